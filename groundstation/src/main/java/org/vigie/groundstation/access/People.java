package org.vigie.groundstation.access;

import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Everyone whom the station knows. Immutable. */
public final class People {
  /** Recognition looks at everyone each time; a directory service would take over long before. */
  private static final int PEOPLE_MAX = 1_000;

  /** Longer than any token that was ever given out: not worth hashing. */
  private static final int TOKEN_LENGTH_MAX = 256;

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final List<Registered> known;

  /**
   * A person and how to recognise them.
   *
   * @param tokenSha256 SHA-256 of their token, 64 lower-case hexadecimal digits
   */
  public record Registered(Person person, String tokenSha256) {
    public Registered {
      if (!HASH.matcher(tokenSha256).matches()) {
        throw new IllegalArgumentException(
            person.id() + ": tokenSha256 is not 64 lower-case hexadecimal digits");
      }
    }
  }

  /**
   * Makes the list of people.
   *
   * @throws IllegalArgumentException if two share an id or a token, or they are too many
   */
  public People(List<Registered> registered) {
    if (registered.size() > PEOPLE_MAX) {
      throw new IllegalArgumentException(
          "at most " + PEOPLE_MAX + " people, not " + registered.size());
    }
    Set<String> ids = new HashSet<>();
    Set<String> hashes = new HashSet<>();
    for (Registered one : registered) {
      if (!ids.add(one.person().id())) {
        throw new IllegalArgumentException("two people are called " + one.person().id());
      }
      if (!hashes.add(one.tokenSha256())) {
        throw new IllegalArgumentException(one.person().id() + " has someone else's token");
      }
    }
    known = List.copyOf(registered);
  }

  /** Everyone with a role, by their ids. */
  public List<Person> with(Role role) {
    return known.stream()
        .map(Registered::person)
        .filter(person -> person.is(role))
        .sorted(Comparator.comparing(Person::id))
        .toList();
  }

  /**
   * Who presents this token. The time that it takes tells nothing about the tokens that exist: what
   * is compared are hashes, against everyone's, each in constant time.
   */
  public Optional<Person> recognise(String bearerToken) {
    if (bearerToken.isEmpty() || bearerToken.length() > TOKEN_LENGTH_MAX) {
      return Optional.empty();
    }
    byte[] digest = Tokens.sha256(bearerToken);
    Optional<Person> found = Optional.empty();
    for (Registered one : known) {
      if (MessageDigest.isEqual(HexFormat.of().parseHex(one.tokenSha256()), digest)) {
        found = Optional.of(one.person());
      }
    }
    return found;
  }
}
