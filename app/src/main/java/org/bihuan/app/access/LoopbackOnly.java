package org.bihuan.app.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.bihuan.app.startup.StartupRefused;

/** While there are no accounts, nobody but this machine may reach the server. */
final class LoopbackOnly {

    private LoopbackOnly() {}

    /** Refuses to start on any address but loopback; an empty one means all addresses of the machine. */
    static void require(String setting, String address) {
        if (!isLoopback(address)) {
            throw new StartupRefused(
                    "address-not-loopback",
                    setting + " 的值是“" + address + "”。目前没有账户和登录,服务只能监听本机回环地址,例如 127.0.0.1。",
                    setting + " is \"" + address + "\". There are no accounts and no login yet: the server listens on a"
                            + " loopback address only, such as 127.0.0.1.");
        }
    }

    private static boolean isLoopback(String address) {
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
