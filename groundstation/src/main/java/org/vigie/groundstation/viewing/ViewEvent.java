package org.vigie.groundstation.viewing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.EventType;

/** Who saw what, and who was not let. In the stream of the flight, or of the source or camera. */
public sealed interface ViewEvent extends Event {

  /** A person is about to see the pictures of a source. */
  @EventType("view.opened")
  record Opened(String viewId, String source, String person, String service) implements ViewEvent {}

  /**
   * They see them no more.
   *
   * @param reason code, for example {@code left}, {@code flight-over}, {@code session-ended}
   * @param framesSent pictures that they were sent, absent when that is not known
   */
  @EventType("view.closed")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Closed(String viewId, String reason, @Nullable Long framesSent) implements ViewEvent {}

  /**
   * A person asked for pictures and was refused.
   *
   * @param article the law that says so, empty where none is needed
   */
  @EventType("view.refused")
  record Refused(String source, String person, String service, String code, String article)
      implements ViewEvent {}

  /** Every kind of viewing event, for the journal's codec. */
  static List<Class<? extends Event>> types() {
    return List.of(Opened.class, Closed.class, Refused.class);
  }
}
