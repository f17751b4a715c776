package org.vigie.groundstation.client;

import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What a broken connection is, as a code that screens have words for. */
final class Failures {
  static final String TIMEOUT = "timeout";
  static final String NO_HOST = "no-host";
  static final String NOBODY = "nobody";
  static final String REFUSED = "refused";
  static final String BROKEN = "broken";
  static final String SILENT = "silent";

  private Failures() {}

  static Throwable cause(Throwable error) {
    boolean wrapped = error instanceof CompletionException || error instanceof ExecutionException;
    Throwable cause = error.getCause();
    return wrapped && cause != null ? cause(cause) : error;
  }

  static String code(Throwable error) {
    Throwable cause = cause(error);
    if (cause instanceof HttpTimeoutException) {
      return TIMEOUT;
    }
    if (cause instanceof ConnectException) {
      return cause.getCause() instanceof UnresolvedAddressException ? NO_HOST : NOBODY;
    }
    return cause instanceof WebSocketHandshakeException ? REFUSED : BROKEN;
  }

  /** Status of HTTP with which a WebSocket was refused, 0 when it was not. */
  static int status(Throwable error) {
    return cause(error) instanceof WebSocketHandshakeException refused
        ? refused.getResponse().statusCode()
        : 0;
  }
}
