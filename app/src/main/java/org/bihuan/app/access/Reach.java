package org.bihuan.app.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.bihuan.app.startup.StartupRefused;

/** On which addresses the server listens: other machines reach it only when what they send is encrypted. */
final class Reach {

    private Reach() {}

    /**
     * Refuses to start on an address that other machines reach, unless it is safe; an empty one means all addresses of the
     * machine.
     *
     * @param encrypted whether TLS is set up here, or a trusted proxy before it
     * @param accounts how many accounts there are: the first is made from this machine
     */
    static void require(String setting, String address, boolean encrypted, long accounts) {
        if (isLoopback(address)) {
            return;
        }
        if (!encrypted) {
            throw new StartupRefused(
                    "address-not-loopback",
                    setting + " 的值是“" + address + "”。要让其他机器访问,须先设置 server.ssl.*(TLS),"
                            + "或用 bihuan.access.trusted-proxies 写明前置代理的地址;否则只能监听本机回环地址,例如 127.0.0.1。",
                    setting + " is \"" + address
                            + "\". For other machines to reach the server, set up TLS (server.ssl.*) or"
                            + " name the proxy before it in bihuan.access.trusted-proxies; otherwise it listens on a"
                            + " loopback address only, such as 127.0.0.1.");
        }
        if (accounts == 0) {
            throw new StartupRefused(
                    "no-account-yet",
                    setting + " 的值是“" + address + "”,但还没有账户。请先以 127.0.0.1 启动,建立系统管理员后再开放。",
                    setting + " is \"" + address + "\", but there is no account yet. Start on 127.0.0.1 first, make the"
                            + " administrator, then open it.");
        }
    }

    static boolean isLoopback(String address) {
        if (address.isBlank()) {
            return false;
        }
        try {
            for (InetAddress each : InetAddress.getAllByName(address)) {
                if (!each.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
