package org.bihuan.app.api;

import jakarta.servlet.http.HttpServletRequest;
import org.bihuan.app.site.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;

/** Turns whatever goes wrong below {@code /api} into a problem; pages have an error page of their own. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    @ExceptionHandler(ApiException.class)
    ResponseEntity<Problem> known(ApiException e) {
        return answer(e.problem(), HttpHeaders.EMPTY);
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<Problem> refused(Refused e, HttpServletRequest request) {
        if (!request.getRequestURI().startsWith("/api/")) {
            throw e;
        }
        return answer(
                Problem.ofField(
                        422,
                        "value.rule",
                        e.field(),
                        e.value(),
                        e.rule().zh(),
                        e.rule().en()),
                HttpHeaders.EMPTY);
    }

    /** Throws the exception on when the request was none of the API's: then it is not answered here. */
    @ExceptionHandler(Exception.class)
    ResponseEntity<Problem> other(Exception e, HttpServletRequest request) throws Exception {
        if (!request.getRequestURI().startsWith("/api/")) {
            throw e;
        }
        if (e instanceof MissingRequestHeaderException missing) {
            return answer(required(missing.getHeaderName()), HttpHeaders.EMPTY);
        }
        if (e instanceof MissingServletRequestParameterException missing) {
            return answer(required(missing.getParameterName()), HttpHeaders.EMPTY);
        }
        if (e instanceof MissingRequestValueException) {
            return answer(required("body"), HttpHeaders.EMPTY);
        }
        if (e instanceof MethodArgumentTypeMismatchException wrong) {
            Object value = wrong.getValue() == null ? "" : wrong.getValue();
            return answer(
                    Problem.ofField(400, "value.shape", wrong.getName(), value, "格式不对", "has the wrong shape"),
                    HttpHeaders.EMPTY);
        }
        if (e instanceof ErrorResponse response) {
            int status = response.getStatusCode().value();
            return answer(ofStatus(status, request), response.getHeaders());
        }
        // The pattern, not the address, which may name a person.
        LOG.error(
                "{} {} failed",
                request.getMethod(),
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                e);
        return answer(
                Problem.of(500, "server", "系统出错，请稍后用同一个键重试", "something went wrong here; try again with the same key"),
                HttpHeaders.EMPTY);
    }

    private static Problem required(String field) {
        return Problem.ofField(400, "value.required", field, "", "必填", "is required");
    }

    private static Problem ofStatus(int status, HttpServletRequest request) {
        return switch (status) {
            case 404 ->
                Problem.ofField(
                        404, "not-found", "path", request.getRequestURI(), "没有这个地址", "there is no such address");
            case 405 ->
                Problem.ofField(
                        405,
                        "method",
                        "method",
                        request.getMethod(),
                        "这个地址不支持此方法",
                        "this address does not take the method");
            case 406 ->
                Problem.ofField(
                        406,
                        "accept",
                        "Accept",
                        request.getHeader("Accept"),
                        "无法给出这种格式",
                        "cannot be given in this format");
            case 415 ->
                Problem.ofField(
                        415,
                        "content-type",
                        "Content-Type",
                        request.getContentType(),
                        "这个地址不接受此种内容",
                        "this address does not take this kind of content");
            default -> Problem.of(status, "request", "请求有误", "something in the request is wrong");
        };
    }

    private static ResponseEntity<Problem> answer(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
