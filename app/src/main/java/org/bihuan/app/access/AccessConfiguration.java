package org.bihuan.app.access;

import jakarta.servlet.DispatcherType;
import org.bihuan.app.accounts.ServiceKeys;
import org.bihuan.app.accounts.Sessions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The two ways in, the API and the pages with a token in every form. Both ask who it is; what that somebody may do is
 * asked at every handler.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration implements WebMvcConfigurer {
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    /** What is there for people who are not logged in. */
    private static final String[] OPEN = {
        "/login", "/login/code", "/logout", "/setup", "/site/**", "/webjars/**", "/favicon.ico", "/actuator/health"
    };

    AccessConfiguration(
            @Value("${server.address:}") String address,
            @Value("${management.server.address:${server.address:}}") String management) {
        LoopbackOnly.require("server.address", address);
        LoopbackOnly.require("management.server.address", management);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RightsInterceptor());
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity security, Sessions sessions, ServiceKeys keys) {
        return everywhere(security, new SessionFilter(sessions, keys))
                .securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterAfter(new SameOriginFilter(), HeaderWriterFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity security, Sessions sessions, ServiceKeys keys) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return everywhere(security, new SessionFilter(sessions, keys))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        // Who asks is found out anew at every request; that is no log-in, which would change the token.
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .build();
    }

    private static HttpSecurity everywhere(HttpSecurity security, SessionFilter who) {
        return security.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(new LogInFirst()))
                .addFilterBefore(who, AnonymousAuthenticationFilter.class)
                .sessionManagement(servlet -> servlet.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(anonymous -> {})
                .addFilterBefore(new HostFilter(), CsrfFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy("geolocation=(), microphone=()"))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN)));
    }
}
