package org.vigie.groundstation.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in, in memory: a restart logs everyone out. A session is found by a secret of 256
 * random bits of which only the hash is kept. Time is passed in and is the wall's. Not thread-safe:
 * {@link FrontDoor} owns it.
 */
final class Sessions {
  /** A few for each of the people that a station can know; beyond, the one unused longest ends. */
  static final int SESSIONS_MAX = 1_000;

  /** A shift: who did nothing for so long has gone home. */
  static final Duration IDLE_MAX = Duration.ofHours(12);

  /** The token or login that opened it is asked for again each day. */
  static final Duration AGE_MAX = Duration.ofHours(24);

  private static final int ID_BYTES = 8;

  private final SecureRandom random;

  /** By the hash of their secret, the one unused longest first. */
  private final Map<String, Held> bySecret = new LinkedHashMap<>();

  private static final class Held {
    private final Session session;
    private Instant usedAt;

    private Held(Session session, Instant usedAt) {
      this.session = session;
      this.usedAt = usedAt;
    }

    private @Nullable String over(Instant now) {
      if (!now.isBefore(session.expiresAt())) {
        return "expired";
      }
      return now.isBefore(usedAt.plus(IDLE_MAX)) ? null : "idle";
    }
  }

  /** A session that is no more, and why: {@code expired}, {@code idle} or {@code displaced}. */
  record Ended(Session session, String reason) {}

  /**
   * A session that begins.
   *
   * @param displaced the one that had to end for it
   */
  record Begun(String secret, Session session, Optional<Ended> displaced) {}

  Sessions(SecureRandom random) {
    this.random = random;
  }

  Begun begin(Person person, Instant now) {
    Optional<Ended> displaced = Optional.empty();
    if (bySecret.size() >= SESSIONS_MAX) {
      Map.Entry<String, Held> unused = bySecret.entrySet().iterator().next();
      bySecret.remove(unused.getKey());
      displaced = Optional.of(new Ended(unused.getValue().session, "displaced"));
    }
    String secret = Tokens.newSecret(random);
    Session session =
        new Session("S-" + Tokens.randomHex(random, ID_BYTES), person, now.plus(AGE_MAX));
    bySecret.put(Tokens.sha256Hex(secret), new Held(session, now));
    return new Begun(secret, session, displaced);
  }

  /** The session of a secret, which is in use from now on; none when it is over or never was. */
  Optional<Session> use(String secret, Instant now) {
    String hash = Tokens.sha256Hex(secret);
    Held held = bySecret.get(hash);
    if (held == null || held.over(now) != null) {
      return Optional.empty();
    }
    held.usedAt = now;
    bySecret.remove(hash);
    bySecret.put(hash, held);
    return Optional.of(held.session);
  }

  /** Ends the session of a secret. */
  Optional<Session> end(String secret) {
    return Optional.ofNullable(bySecret.remove(Tokens.sha256Hex(secret))).map(held -> held.session);
  }

  /** Ends those whose time is over; the rest of those named are in use. */
  List<Ended> sweep(java.util.Set<String> idsInUse, Instant now) {
    List<Ended> ended = new ArrayList<>();
    bySecret
        .values()
        .removeIf(
            held -> {
              if (idsInUse.contains(held.session.id())) {
                held.usedAt = now;
              }
              String reason = held.over(now);
              if (reason != null) {
                ended.add(new Ended(held.session, reason));
              }
              return reason != null;
            });
    return ended;
  }
}
