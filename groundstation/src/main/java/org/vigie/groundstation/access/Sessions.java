package org.vigie.groundstation.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in, in memory: a restart logs everyone out. A session is found by a secret of 256
 * random bits of which only the hash is kept. Time is passed in and is the wall's. Not thread-safe:
 * {@link FrontDoor} owns it.
 */
final class Sessions {
  /**
   * A page, a console and a telephone, and as many again that were closed without logging out;
   * nobody's sessions end for those of someone else.
   */
  static final int SESSIONS_PER_PERSON_MAX = 8;

  /** A shift: who did nothing for so long has gone home. */
  static final Duration IDLE_MAX = Duration.ofHours(12);

  /** The token or login that opened it is asked for again each day. */
  static final Duration AGE_MAX = Duration.ofHours(24);

  private static final int ID_BYTES = 8;

  private final SecureRandom random;

  /** By the hash of their secret, the one asked with longest ago first. */
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

  /**
   * A session of a person begins, for which their own one unused longest may have to end.
   *
   * @param idsInUse ids of sessions with a connection open, which end for no other
   * @return none when all that the person may have are in use
   */
  Optional<Begun> begin(Person person, Instant now, Set<String> idsInUse) {
    List<Map.Entry<String, Held>> own =
        bySecret.entrySet().stream()
            .filter(entry -> entry.getValue().session.person().id().equals(person.id()))
            .toList();
    Optional<Ended> displaced = Optional.empty();
    if (own.size() >= SESSIONS_PER_PERSON_MAX) {
      Optional<Map.Entry<String, Held>> unused =
          own.stream()
              .filter(entry -> !idsInUse.contains(entry.getValue().session.id()))
              .min(Comparator.comparing(entry -> entry.getValue().usedAt));
      if (unused.isEmpty()) {
        return Optional.empty();
      }
      bySecret.remove(unused.get().getKey());
      displaced = Optional.of(new Ended(unused.get().getValue().session, "displaced"));
    }
    String secret = Tokens.newSecret(random);
    Session session =
        new Session("S-" + Tokens.randomHex(random, ID_BYTES), person, now.plus(AGE_MAX));
    bySecret.put(Tokens.sha256Hex(secret), new Held(session, now));
    return Optional.of(new Begun(secret, session, displaced));
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

  /** Whether there is a session of this id; asking is no use of it. */
  boolean lives(String id) {
    return bySecret.values().stream().anyMatch(held -> held.session.id().equals(id));
  }

  /** Ends the session of a secret. */
  Optional<Session> end(String secret) {
    return Optional.ofNullable(bySecret.remove(Tokens.sha256Hex(secret))).map(held -> held.session);
  }

  /** Ends those whose time is over; the rest of those named are in use. */
  List<Ended> sweep(Set<String> idsInUse, Instant now) {
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
