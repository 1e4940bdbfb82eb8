package org.bihuan.app.access;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.bihuan.app.accounts.Accounts;
import org.bihuan.app.accounts.ServiceKeys;
import org.bihuan.app.accounts.Sessions;
import org.bihuan.app.clock.WallClock;
import org.bihuan.app.identity.Kinship;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
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

    private static final List<String> TLS =
            List.of("server.ssl.bundle", "server.ssl.certificate", "server.ssl.key-store");

    /** What is there for people who are not logged in. */
    private static final String[] OPEN = {
        "/login",
        "/login/code",
        "/login/oidc",
        "/login/oidc/back",
        "/logout",
        "/setup",
        "/site/**",
        "/webjars/**",
        "/favicon.ico",
        "/doorstep",
        "/doorstep/**",
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness",
        "/check/**",
        "/why/**",
        "/declare",
        "/declare/**"
    };

    private final ReachSettings reach;
    private final Sessions sessions;
    private final ServiceKeys keys;
    private final Kinship kinship;
    private final RateFilter rate;

    AccessConfiguration(
            Environment environment,
            ReachSettings reach,
            Accounts accounts,
            Sessions sessions,
            ServiceKeys keys,
            Kinship kinship,
            WallClock clock) {
        this.kinship = kinship;
        boolean encrypted = !reach.trustedProxies().isEmpty()
                || TLS.stream()
                        .anyMatch(
                                setting -> !environment.getProperty(setting, "").isBlank());
        long count = accounts.count();
        String address = environment.getProperty("server.address", "");
        Reach.require("server.address", address, encrypted, count);
        String management = environment.getProperty("management.server.address", address);
        Reach.require("management.server.address", management, encrypted, count);
        this.reach = reach;
        this.sessions = sessions;
        this.keys = keys;
        this.rate = new RateFilter(new RateLimit(reach.requestsPerSecond(), reach.burst()), clock);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RightsInterceptor());
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity security) {
        return everywhere(security)
                .securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterAfter(new SameOriginFilter(), HeaderWriterFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity security) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return everywhere(security)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        // Who asks is found out anew at every request; that is no log-in, which would change the token.
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .build();
    }

    private HttpSecurity everywhere(HttpSecurity security) {
        return security.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .authenticated()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(new LogInFirst()))
                .addFilterBefore(new SessionFilter(sessions, keys, kinship), AnonymousAuthenticationFilter.class)
                .sessionManagement(servlet -> servlet.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(anonymous -> {})
                .addFilterBefore(new ProxyFilter(reach.trustedProxies()), HeaderWriterFilter.class)
                .addFilterBefore(rate, HeaderWriterFilter.class)
                .addFilterBefore(new HostFilter(reach.names()), CsrfFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy("geolocation=(), microphone=()"))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN)));
    }
}
