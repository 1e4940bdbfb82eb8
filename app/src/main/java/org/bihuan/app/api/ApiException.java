package org.bihuan.app.api;

/** Ends a request with a problem. */
final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ApiException(Problem problem) {
        super(problem.en());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    static ApiException notFound(String field, Object value, String zh, String en) {
        return new ApiException(Problem.ofField(404, "not-found", field, value, zh, en));
    }

    static ApiException badField(String code, String field, Object value, String zh, String en) {
        return new ApiException(Problem.ofField(400, code, field, value, zh, en));
    }
}
