package org.vigie.groundstation.flightlog.report;

import java.time.Instant;
import java.util.List;

/**
 * A recorded piece of video, whose pictures are not in the record.
 *
 * @param from by the clock of the pictures
 * @param state code of how it ended, for example {@code CLOSED}
 */
public record Segment(
    String source, int index, Instant from, Instant to, long bytes, String sha256, String state) {
  static List<Segment> of(List<LoggedLine> entries) {
    return entries.stream()
        .filter(entry -> entry.is("video.segment-closed"))
        .map(
            entry ->
                new Segment(
                    entry.text("source"),
                    entry.body().path("index").asInt(),
                    Instant.ofEpochMilli(entry.body().path("fromUtcMs").asLong()),
                    Instant.ofEpochMilli(entry.body().path("toUtcMs").asLong()),
                    entry.body().path("bytes").asLong(),
                    entry.text("sha256"),
                    entry.text("state")))
        .toList();
  }
}
