package org.vigie.groundstation.api;

import java.util.List;
import java.util.Map;

/**
 * A request that was not done, and why (RFC 9457).
 *
 * @param key of title and detail among the texts; the last part of the problem's type
 * @param headers that go with it
 * @param reason the Desk's code of why, empty when there is none
 * @param members that this kind of problem has beside the usual ones
 */
record Problem(
    int status,
    String key,
    String reason,
    List<FieldError> errors,
    Map<String, String> headers,
    Map<String, Object> members) {

  static Problem of(int status, String key) {
    return new Problem(status, key, "", List.of(), Map.of(), Map.of());
  }

  static Problem because(int status, String key, String reason) {
    return new Problem(status, key, reason, List.of(), Map.of(), Map.of());
  }

  static Problem of(List<FieldError> errors) {
    return new Problem(400, "invalid", "", errors, Map.of(), Map.of());
  }

  static Problem field(String field, String key, Object... args) {
    return of(List.of(new FieldError(field, key, List.of(args))));
  }

  Problem with(String header, String value) {
    return new Problem(status, key, reason, errors, Map.of(header, value), members);
  }

  Problem with(Map<String, Object> more) {
    return new Problem(status, key, reason, errors, headers, more);
  }

  /** Ends the handling of the request with this problem. */
  Refusal refusal() {
    return new Refusal(this);
  }

  /** A problem on its way out; never leaves this package, carries no stack. */
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    private Refusal(Problem problem) {
      super(problem.key(), null, false, false);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }
}
