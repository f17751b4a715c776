package org.vigie.groundstation.api;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.viewing.View;

/** One viewer between their right and their connection. Thread-safe. */
final class Admission implements VideoAdmission {
  /** Codes, never what a client wrote. */
  private static final Pattern REASON = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  private final View view;
  private final String sessionId;
  private final Consumer<Admission> whenOver;
  private @Nullable Cut cut;
  private int code;
  private String reason = "";

  /**
   * An admission of a view that is open.
   *
   * @param sessionId in which it was asked for, empty when it was with a token
   * @param whenOver is told once the viewer is gone
   */
  Admission(View view, String sessionId, Consumer<Admission> whenOver) {
    this.view = view;
    this.sessionId = sessionId;
    this.whenOver = whenOver;
    view.onCut(why -> tell(RIGHT_ENDED, why));
  }

  String sessionId() {
    return sessionId;
  }

  /** Whether the right has ended. */
  synchronized boolean ended() {
    return code != 0;
  }

  @Override
  public void onCut(Cut listener) {
    int before;
    String why;
    synchronized (this) {
      cut = listener;
      before = code;
      why = reason;
    }
    if (before != 0) {
      listener.cut(before, why);
    }
  }

  @Override
  public void counting(LongSupplier framesSent) {
    view.counting(framesSent);
  }

  @Override
  public void closed(long framesSent, String why) {
    view.close(REASON.matcher(why).matches() ? why : "other", framesSent);
    whenOver.accept(this);
  }

  /** The connection is gone; the door has had its turn to say how many frames it sent. */
  void gone() {
    over("left");
  }

  /** There is no viewer any more, for this reason. Said again, nothing happens. */
  void over(String why) {
    view.close(why);
    whenOver.accept(this);
  }

  /** Takes the pictures away. */
  void end(String why) {
    view.cut(why);
  }

  /** The station stops: no right has ended, and the viewer may come back. */
  void stop() {
    tell(STATION_STOPS, "station-stops");
    view.cut("station-stops");
  }

  private void tell(int newCode, String why) {
    Cut listener;
    synchronized (this) {
      if (code != 0) {
        return;
      }
      code = newCode;
      reason = why;
      listener = cut;
    }
    if (listener != null) {
      listener.cut(newCode, why);
    }
  }
}
