package org.vigie.groundstation.flight;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.geofence.monitor.Reaction;
import org.vigie.groundstation.flight.watch.Concern;
import org.vigie.groundstation.flight.watch.ConcernKind;

/**
 * What supervision is concerned about, and how far the pilot has taken each concern on. Getting
 * worse counts at once, getting better after {@link #CALM}. Immutable.
 */
record Supervised(Map<ConcernKind, Held> held) {
  static final Supervised NOTHING = new Supervised(Map.of());

  /** How long a concern must not have been seen, or seen milder, before that counts. */
  static final Duration CALM = Duration.ofSeconds(2);

  /**
   * One concern that lasts.
   *
   * @param concern as it was last told
   * @param seenAt when it was last as bad as told
   * @param overruled the strongest reaction to it that the pilot has set aside
   */
  record Held(Concern concern, Instant seenAt, Reaction overruled) {
    boolean asks() {
      return concern.reaction().compareTo(overruled) > 0;
    }
  }

  /** What one look has changed: concerns to tell, and kinds that are over. */
  record Change(Supervised after, List<Concern> told, Set<ConcernKind> over) {}

  Supervised {
    held = Map.copyOf(held);
  }

  /** Takes the concerns of one look in, at most one of a kind. */
  Change seeing(Collection<Concern> seen, Instant now) {
    Map<ConcernKind, Held> next = new EnumMap<>(ConcernKind.class);
    next.putAll(held);
    Set<ConcernKind> over = new HashSet<>();
    for (Held one : held.values()) {
      ConcernKind kind = one.concern().kind();
      if (calm(one, now) && seen.stream().noneMatch(concern -> concern.kind() == kind)) {
        next.remove(kind);
        over.add(kind);
      }
    }
    List<Concern> told = seen.stream().filter(concern -> news(concern, now)).toList();
    for (Concern concern : seen) {
      next.merge(
          concern.kind(),
          new Held(concern, now, Reaction.NONE),
          (before, found) -> merged(before, found, told.contains(concern), now));
    }
    return new Change(new Supervised(next), told, over);
  }

  private static Held merged(Held before, Held found, boolean told, Instant now) {
    int worse = found.concern().reaction().compareTo(before.concern().reaction());
    if (told) {
      return new Held(found.concern(), now, before.overruled());
    }
    return worse < 0 ? before : new Held(before.concern(), now, before.overruled());
  }

  /** Whether it is to be told: new, about something else, worse, or milder for a while. */
  private boolean news(Concern concern, Instant now) {
    Held before = held.get(concern.kind());
    if (before == null) {
      return true;
    }
    int worse = concern.reaction().compareTo(before.concern().reaction());
    boolean other = !concern.subject().equals(before.concern().subject());
    return worse > 0 || (worse == 0 && other) || (worse < 0 && calm(before, now));
  }

  private static boolean calm(Held one, Instant now) {
    // set back, a clock may not know that moment yet
    return Duration.between(one.seenAt(), now).abs().compareTo(CALM) >= 0;
  }

  /** The concern that asks for most and that no pilot has set aside. */
  Optional<Concern> strongest() {
    return held.values().stream()
        .filter(Held::asks)
        .map(Held::concern)
        .max(
            (one, other) -> {
              int byReaction = one.reaction().compareTo(other.reaction());
              return byReaction != 0 ? byReaction : other.kind().compareTo(one.kind());
            });
  }

  /** Kinds that ask for more than a warning, set aside or not. */
  Set<ConcernKind> concerned() {
    Set<ConcernKind> kinds = new HashSet<>();
    for (Held one : held.values()) {
      if (one.concern().reaction().compareTo(Reaction.HOLD) >= 0) {
        kinds.add(one.concern().kind());
      }
    }
    return kinds;
  }

  /** Kinds that ask for more than a warning and that no pilot has set aside. */
  Set<ConcernKind> acting() {
    Set<ConcernKind> kinds = new HashSet<>();
    for (Held one : held.values()) {
      if (one.asks() && one.concern().reaction().compareTo(Reaction.HOLD) >= 0) {
        kinds.add(one.concern().kind());
      }
    }
    return kinds;
  }

  /** What was set aside counts again. */
  Supervised reinstated() {
    Map<ConcernKind, Held> next = new EnumMap<>(ConcernKind.class);
    held.forEach(
        (kind, one) -> next.put(kind, new Held(one.concern(), one.seenAt(), Reaction.NONE)));
    return new Supervised(next);
  }

  /** The pilot has decided in their knowledge: each counts again only when it asks for more. */
  Supervised overruling(Set<ConcernKind> kinds) {
    Map<ConcernKind, Held> next = new EnumMap<>(ConcernKind.class);
    held.forEach(
        (kind, one) ->
            next.put(
                kind,
                kinds.contains(kind)
                    ? new Held(one.concern(), one.seenAt(), one.concern().reaction())
                    : one));
    return new Supervised(next);
  }
}
