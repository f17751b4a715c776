package org.vigie.groundstation.client;

import org.jspecify.annotations.Nullable;

/**
 * A pilot of the station, to whom an aircraft can be handed over.
 *
 * @param seenS seconds since their console was last heard, absent when it was not since the
 *     station's start
 */
public record Colleague(String personId, String name, String service, @Nullable Double seenS) {
  static @Nullable Colleague of(Members body) {
    String id = body.text("personId");
    return id.isEmpty()
        ? null
        : new Colleague(
            id, body.text("name", id), body.text("service"), body.numberOrNull("seenS"));
  }
}
