package org.bihuan.app.imports.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away what is too large by what it says of its length, before a byte of it is read or stored. */
final class UploadSizeFilter extends OncePerRequestFilter {
    /** What a form has beside the file. */
    private static final long ROOM = 1 << 20;

    private final long megabytes;

    UploadSizeFilter(long megabytes) {
        this.megabytes = megabytes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > (megabytes << 20) + ROOM) {
            response.setHeader("Connection", "close");
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter()
                    .write("文件超过" + megabytes + "MB；请拆成几份再传。\nThe file is larger than " + megabytes
                            + " MB: split it and send the parts.\n");
            return;
        }
        chain.doFilter(request, response);
    }
}
