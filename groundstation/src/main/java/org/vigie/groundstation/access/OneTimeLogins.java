package org.vigie.groundstation.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Codes that log one person in, once: what goes into an address that is handed to a browser. Only
 * their hashes are kept. Time is passed in and is the wall's. Not thread-safe: {@link FrontDoor}
 * owns it.
 */
final class OneTimeLogins {
  /** One for everyone whom a station can know; beyond, the oldest is worth nothing any more. */
  static final int LOGINS_MAX = 1_000;

  /** Long enough to start a browser on another floor. */
  static final Duration LIFETIME = Duration.ofMinutes(30);

  private final SecureRandom random;
  private final Map<String, Held> byCode =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Held> eldest) {
          return size() > LOGINS_MAX;
        }
      };

  private record Held(Person person, Instant expiresAt) {}

  OneTimeLogins(SecureRandom random) {
    this.random = random;
  }

  FrontDoor.Login issue(Person person, Instant now) {
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
