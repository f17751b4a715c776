package org.vigie.groundstation.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.groundstation.viewing.ViewAnswer;

/** Pictures that are not given, as problems. */
final class Refusals {
  private Refusals() {}

  /** Sends an answer that opens nothing. */
  static void tell(Call call, ViewAnswer answer) {
    call.fail(problem(answer, call));
  }

  private static Problem problem(ViewAnswer answer, Call call) {
    if (answer instanceof ViewAnswer.Refused refused) {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("code", refused.code());
      members.put("article", refused.article());
      members.put("explanation", call.words("view." + refused.code()));
      return Problem.of(403, "view-refused").with(members);
    }
    if (answer instanceof ViewAnswer.NoFlight) {
      return Problem.of(409, "no-flight");
    }
    if (answer instanceof ViewAnswer.Unavailable unavailable) {
      return Problem.because(503, "unavailable", unavailable.reason()).with("Retry-After", "1");
    }
    if (answer instanceof ViewAnswer.TooMany many) {
      return SessionOperations.tooMany(many.retryAfter());
    }
    throw new IllegalStateException("not a refusal: " + answer);
  }
}
