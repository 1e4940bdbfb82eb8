package org.bihuan.app.accounts;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A log-in beside ours, {@code bihuan.oidc.*}; off while there is no issuer.
 *
 * @param issuer address of the OpenID provider; its discovery document lies below it
 * @param clientId what the provider calls this installation
 * @param clientSecret what this installation proves itself with
 * @param zh what the button says
 * @param en the same in English
 * @param strong values of the token's {@code amr} that stand for a second factor; where one is there, ours is not asked for.
 *     Empty: ours is always asked for where the account has one
 */
@ConfigurationProperties("bihuan.oidc")
public record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("用统一身份登录") String zh,

        @DefaultValue("Log in with your organisation's account")
        String en,

        @DefaultValue List<String> strong) {
    public OidcSettings {
        strong = List.copyOf(strong);
    }

    public boolean isOn() {
        return !issuer.isBlank();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ", " + clientId + "]";
    }
}
