package org.vigie.simulator.alert;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;
import org.vigie.simulator.scenario.SensorReport;

/**
 * The sensors' reports on their way: each is sent when it is due and, when nobody acknowledged it,
 * again at the next turn before any later one. Confined to one thread.
 */
public final class AlertFeed {
  private final AlertSender sender;
  private final Consumer<String> notes;
  private final Queue<SensorReport> waiting =
      new PriorityQueue<>(
          Comparator.comparing(SensorReport::sentAt).thenComparing(SensorReport::sourceId));
  private long acknowledged;
  private String lastReason = "";

  /**
   * A feed of reports.
   *
   * @param notes gets what went wrong, each reason once for a time of silence, in words
   */
  public AlertFeed(List<SensorReport> reports, AlertSender sender, Consumer<String> notes) {
    this.sender = sender;
    this.notes = notes;
    waiting.addAll(reports);
  }

  /** One more. */
  public void add(SensorReport report) {
    waiting.add(report);
  }

  /** Sends what is due at a simulated time. */
  public void turn(Instant now) throws InterruptedException {
    for (SensorReport next = waiting.peek();
        next != null && !now.isBefore(next.sentAt());
        next = waiting.peek()) {
      try {
        sender.send(next);
        acknowledged++;
        lastReason = "";
      } catch (AlertRefusedException e) {
        notes.accept("alert " + next.sourceId() + " was refused: " + e.getMessage());
      } catch (IOException e) {
        String reason = reason(e);
        if (!reason.equals(lastReason)) {
          notes.accept("alerts are not acknowledged, they are tried again: " + reason);
        }
        lastReason = reason;
        return;
      }
      waiting.remove();
    }
  }

  /** Some errors of the network have no words of their own. */
  private static String reason(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
        return cause.getMessage();
      }
    }
    return e.getClass().getSimpleName();
  }

  /** Reports that were acknowledged. */
  public long acknowledged() {
    return acknowledged;
  }

  /** Reports that are still to be sent. */
  public int waiting() {
    return waiting.size();
  }
}
