package org.vigie.groundstation.viewing;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.journal.StreamId;

/**
 * One person's look at one source.
 *
 * <pre>
 * OPENING -> OPEN -> CLOSED        OPENING -> CLOSED when the disk or the right is gone
 * </pre>
 *
 * Thread-safe.
 */
public final class View {
  /** Where a look stands. */
  enum State {
    OPENING,
    OPEN,
    CLOSED
  }

  private final ViewBook book;
  private final String id;
  private final String source;
  private final Person person;
  private final StreamId stream;
  private final @Nullable String flightId;
  private final boolean ownPilot;

  // these four belong to the lock of the book; the state may be read without it
  private volatile State state = State.OPENING;
  private @Nullable String cutReason;
  private @Nullable Consumer<String> whenCut;
  private @Nullable LongSupplier framesSent;

  View(
      ViewBook book,
      String id,
      String source,
      Person person,
      StreamId stream,
      @Nullable String flightId,
      boolean ownPilot) {
    this.book = book;
    this.id = id;
    this.source = source;
    this.person = person;
    this.stream = stream;
    this.flightId = flightId;
    this.ownPilot = ownPilot;
  }

  /** What the journal names it by. */
  public String id() {
    return id;
  }

  /** The flight whose pictures these are; null for a fixed camera. */
  public @Nullable String flightId() {
    return flightId;
  }

  /** The person looks no more. Never waits; does nothing when it is closed. */
  public void close(String reason) {
    book.close(this, reason, null);
  }

  /** The person looks no more, and was sent so many pictures. */
  public void close(String reason, long pictures) {
    book.close(this, reason, pictures);
  }

  /** Takes the pictures away from the person. Never waits; does nothing when it is closed. */
  public void cut(String reason) {
    book.cut(this, reason);
  }

  /**
   * Is told once, with the reason, that the pictures have to stop; at once if that was before. On
   * the thread that cuts, which must not be held up.
   */
  public void onCut(Consumer<String> listener) {
    book.onCut(this, listener);
  }

  /** How many pictures were sent so far, for when the view is cut; read on any thread. */
  public void counting(LongSupplier sent) {
    book.counting(this, sent);
  }

  String source() {
    return source;
  }

  Person person() {
    return person;
  }

  /** Whether it is the flight's own pilot who looks. */
  boolean ownPilot() {
    return ownPilot;
  }

  StreamId stream() {
    return stream;
  }

  State state() {
    return state;
  }

  void become(State next) {
    state = next;
  }

  @Nullable String cutReason() {
    return cutReason;
  }

  void markCut(String reason) {
    cutReason = reason;
  }

  void listener(Consumer<String> listener) {
    whenCut = listener;
  }

  @Nullable Consumer<String> listener() {
    return whenCut;
  }

  void counter(LongSupplier sent) {
    framesSent = sent;
  }

  @Nullable Long counted() {
    return framesSent == null ? null : Long.valueOf(framesSent.getAsLong());
  }
}
