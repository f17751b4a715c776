package org.vigie.groundstation.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Codes that log one person in, once: what goes into an address that is handed to a browser. Only
 * their hashes are kept. Time is passed in and is the wall's. Not thread-safe: {@link FrontDoor}
 * owns it.
 */
final class OneTimeLogins {
  /** As many as sessions; beyond, the person's oldest is worth nothing any more. */
  static final int LOGINS_PER_PERSON_MAX = Sessions.SESSIONS_PER_PERSON_MAX;

  /** Long enough to start a browser on another floor. */
  static final Duration LIFETIME = Duration.ofMinutes(30);

  private final SecureRandom random;

  /** The oldest first. */
  private final Map<String, Held> byCode = new LinkedHashMap<>();

  private record Held(Person person, Instant expiresAt) {}

  OneTimeLogins(SecureRandom random) {
    this.random = random;
  }

  FrontDoor.Login issue(Person person, Instant now) {
    byCode.values().removeIf(held -> !now.isBefore(held.expiresAt));
    List<String> own =
        byCode.entrySet().stream()
            .filter(entry -> entry.getValue().person.id().equals(person.id()))
            .map(Map.Entry::getKey)
            .toList();
    if (own.size() >= LOGINS_PER_PERSON_MAX) {
      byCode.remove(own.get(0));
    }
    String code = Tokens.newSecret(random);
    Instant expiresAt = now.plus(LIFETIME);
    byCode.put(Tokens.sha256Hex(code), new Held(person, expiresAt));
    return new FrontDoor.Login(code, expiresAt);
  }

  /** Whom the code logs in; it is worth nothing afterwards. */
  Optional<Person> redeem(String code, Instant now) {
    return Optional.ofNullable(byCode.remove(Tokens.sha256Hex(code)))
        .filter(held -> now.isBefore(held.expiresAt))
        .map(Held::person);
  }
}
