package org.bihuan.app.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * The other place where people log in. It is found out about at the first log-in, so that one that is down keeps nobody of
 * ours from starting or from logging in here. Code, proof key, signature, issuer, audience, times and nonce are checked by
 * Spring Security; nothing but the token says who it is. Thread-safe.
 */
@Component
class OidcProvider {
    private static final String ID = "oidc";

    private final OidcSettings settings;
    private final OidcAuthorizationCodeAuthenticationProvider exchange =
            new OidcAuthorizationCodeAuthenticationProvider(
                    new RestClientAuthorizationCodeTokenResponseClient(),
                    request -> new DefaultOidcUser(List.of(), request.getIdToken()));
    private volatile @Nullable ClientRegistration known;

    OidcProvider(OidcSettings settings) {
        this.settings = settings;
    }

    /** Where the browser goes. */
    String address(OidcStore.Pending pending, String redirect) throws OidcRefused {
        return request(pending, redirect).getAuthorizationRequestUri();
    }

    /** Who it is, once the code has been exchanged. */
    OidcUser user(OidcStore.Pending pending, String redirect, String code, String state) throws OidcRefused {
        try {
            OAuth2AuthorizationResponse response = OAuth2AuthorizationResponse.success(code)
                    .redirectUri(redirect)
                    .state(state)
                    .build();
            Authentication answer = exchange.authenticate(new OAuth2LoginAuthenticationToken(
                    registration(), new OAuth2AuthorizationExchange(request(pending, redirect), response)));
            if (answer != null && answer.getPrincipal() instanceof OidcUser found) {
                return found;
            }
            throw new OidcRefused("no-user");
        } catch (OAuth2AuthenticationException e) {
            throw new OidcRefused(e.getError().getErrorCode());
        } catch (AuthenticationException e) {
            throw new OidcRefused("refused");
        }
    }

    private OAuth2AuthorizationRequest request(OidcStore.Pending pending, String redirect) throws OidcRefused {
        ClientRegistration registration = registration();
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(registration.getClientId())
                .authorizationUri(Objects.requireNonNull(
                        registration.getProviderDetails().getAuthorizationUri(), "discovery names it"))
                .redirectUri(redirect)
                .scopes(registration.getScopes())
                .state(pending.state())
                .attributes(
                        Map.of("registration_id", ID, "nonce", pending.nonce(), "code_verifier", pending.verifier()))
                .additionalParameters(Map.of(
                        "nonce",
                        hash(pending.nonce()),
                        "code_challenge",
                        hash(pending.verifier()),
                        "code_challenge_method",
                        "S256"))
                .build();
    }

    private ClientRegistration registration() throws OidcRefused {
        ClientRegistration found = known;
        if (found != null) {
            return found;
        }
        try {
            ClientRegistration fresh = ClientRegistrations.fromOidcIssuerLocation(settings.issuer())
                    .registrationId(ID)
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .scope("openid")
                    .build();
            known = fresh;
            return fresh;
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new OidcRefused("unreachable");
        }
    }

    private static String hash(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
