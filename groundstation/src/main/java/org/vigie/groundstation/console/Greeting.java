package org.vigie.groundstation.console;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.client.Problem;
import org.vigie.groundstation.client.Reply;
import org.vigie.groundstation.client.StationClient;
import org.vigie.groundstation.client.Who;
import org.vigie.groundstation.text.Texts;

/**
 * The first word with a station: is it there, and does it know this token?
 *
 * @param who absent from stations that cannot say
 */
record Greeting(@Nullable Who who) {
  private static final long PATIENCE_S = 15;
  private static final int FORBIDDEN = 403;

  /** Whether the token was the trouble, as against the station. */
  static final class TokenRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    TokenRefusedException(String message) {
      super(message);
    }
  }

  static Greeting with(StationClient client, String address, Texts texts)
      throws ConsoleRefusedException, TokenRefusedException, InterruptedException {
    Reply<Who> reply = wait(client.who(), address, texts);
    if (reply instanceof Reply.Done<Who> done) {
      return new Greeting(done.value());
    }
    check(reply, address, texts);
    Reply<Integer> incidents = wait(client.incidents(), address, texts);
    if (!(incidents instanceof Reply.Done<Integer>)) {
      check(incidents, address, texts);
      throw new ConsoleRefusedException(texts.get("console.station.other", address));
    }
    return new Greeting(null);
  }

  /** Passes a mere absence over. */
  private static void check(Reply<?> reply, String address, Texts texts)
      throws ConsoleRefusedException, TokenRefusedException {
    if (reply instanceof Reply.Away<?> away) {
      throw new ConsoleRefusedException(
          texts.get("console.station.away", address, texts.name("console.away", away.why())));
    }
    if (reply instanceof Reply.Refused<?> refused) {
      Problem problem = refused.problem();
      if (problem.unauthenticated()) {
        throw new TokenRefusedException(texts.get("console.token.wrong", address));
      }
      if (problem.status() == FORBIDDEN) {
        throw new TokenRefusedException(problem.words());
      }
    }
  }

  private static <T> Reply<T> wait(
      java.util.concurrent.CompletableFuture<Reply<T>> reply, String address, Texts texts)
      throws ConsoleRefusedException, InterruptedException {
    try {
      return reply.get(PATIENCE_S, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new ConsoleRefusedException(
          texts.get("console.station.away", address, texts.get("console.away.timeout")));
    } catch (ExecutionException e) {
      throw new IllegalStateException("a reply that throws", e);
    }
  }
}
