package org.vigie.groundstation.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.time.StationClock;

/**
 * Where people log in and out. Sessions last by the wall's clock, for they are about people; the
 * journal gets the station's time.
 *
 * <p>Logging in does not wait for the journal and works when the disk is dead: someone has to be
 * able to come in and order the aircraft home. What a session may then see waits for its own
 * entries. Thread-safe.
 */
public final class FrontDoor {
  /**
   * Within {@link #ATTEMPTS_SPAN}: wrong attempts from one address, journalled ones of all, and
   * journalled codes of one person.
   */
  static final int ATTEMPTS_MAX = 10;

  static final Duration ATTEMPTS_SPAN = Duration.ofMinutes(1);

  /** Longer than any secret that was ever given out: not worth hashing. */
  private static final int SECRET_LENGTH_MAX = 256;

  private static final StreamId FAILURES = new StreamId("access", "logins");
  private static final String EVERYONE = "";

  private final People people;
  private final Journal journal;
  private final StationClock clock;
  private final StationClock wall;
  private final Sessions sessions;
  private final OneTimeLogins logins;
  private final RateLimit attempts = new RateLimit(ATTEMPTS_MAX, ATTEMPTS_SPAN);
  private final RateLimit written = new RateLimit(ATTEMPTS_MAX, ATTEMPTS_SPAN);
  private final List<Consumer<Session>> whenEnded = new CopyOnWriteArrayList<>();
  private final RateLimit issuedWritten = new RateLimit(ATTEMPTS_MAX, ATTEMPTS_SPAN);

  /** By person, of whom there are as many as {@link People} takes. */
  private final Map<String, Integer> issuedNotWritten = new HashMap<>();

  private volatile Supplier<Set<String>> connected = Set::of;
  private int notWritten;

  /**
   * A code that logs one person in, once.
   *
   * @param expiresAt wall time
   */
  public record Login(String code, Instant expiresAt) {}

  /**
   * A door that nobody went through yet.
   *
   * @param clock the station's, for the journal
   * @param wall the wall's, for how long sessions last
   */
  public FrontDoor(
      People people, Journal journal, StationClock clock, StationClock wall, SecureRandom random) {
    this.people = people;
    this.journal = journal;
    this.clock = clock;
    this.wall = wall;
    this.sessions = new Sessions(random);
    this.logins = new OneTimeLogins(random);
  }

  /** A code that logs this person in once, within half an hour. */
  public Login issue(Person person) {
    Login login;
    AccessEvent.@Nullable LoginIssued issued = null;
    synchronized (this) {
      Instant now = wall.now();
      login = logins.issue(person, now);
      int before = issuedNotWritten.getOrDefault(person.id(), 0);
      if (issuedWritten.wait(person.id(), now).isZero()) {
        issuedWritten.count(person.id(), now);
        issuedNotWritten.remove(person.id());
        issued = new AccessEvent.LoginIssued(person.id(), before);
      } else {
        issuedNotWritten.put(person.id(), before + 1);
      }
    }
    if (issued != null) {
      write(person, issued);
    }
    return login;
  }

  /** Logs in with a one-time code. */
  public LoginAnswer withLogin(String code, String address) {
    return answer(code, address, "login", (secret, now) -> logins.redeem(secret, now));
  }

  /** Logs in with one's token. */
  public LoginAnswer withToken(String token, String address) {
    return answer(token, address, "token", (secret, now) -> people.recognise(secret));
  }

  private interface Look {
    Optional<Person> up(String secret, Instant now);
  }

  private LoginAnswer answer(String secret, String address, String with, Look look) {
    Sessions.Begun begun;
    Set<String> inUse = connected.get();
    synchronized (this) {
      Instant now = wall.now();
      Optional<Person> person =
          secret.isEmpty() || secret.length() > SECRET_LENGTH_MAX
              ? Optional.empty()
              : look.up(secret, now);
      if (person.isEmpty()) {
        return wrong(address, with, now);
      }
      if (!Rights.may(person.get(), Permission.OPEN_SESSION)) {
        return new LoginAnswer.NotForMachines();
      }
      Optional<Sessions.Begun> room = sessions.begin(person.get(), now, inUse);
      if (room.isEmpty()) {
        return new LoginAnswer.TooManySessions();
      }
      begun = room.get();
    }
    begun.displaced().ifPresent(this::ended);
    Person in = begun.session().person();
    write(in, new AccessEvent.SessionOpened(begun.session().id(), in.id(), with));
    return new LoginAnswer.In(begun.secret(), begun.session());
  }

  /**
   * A right secret is never held up: nobody guesses 256 random bits, and all of one machine share
   * an address. What is limited is how often wrong ones are told so.
   */
  private LoginAnswer wrong(String address, String with, Instant now) {
    failed(with, now);
    Duration wait = attempts.wait(address, now);
    if (!wait.isZero()) {
      return new LoginAnswer.TooMany(wait);
    }
    attempts.count(address, now);
    return new LoginAnswer.Wrong();
  }

  private void failed(String with, Instant now) {
    if (written.wait(EVERYONE, now).isZero()) {
      written.count(EVERYONE, now);
      append(
          new EntryDraft(
              FAILURES, clock.now(), "", "", new AccessEvent.LoginFailed(with, notWritten)));
      notWritten = 0;
    } else {
      notWritten++;
    }
  }

  /** The session of a secret, which counts as used. */
  public synchronized Optional<Session> find(String secret) {
    return secret.isEmpty() || secret.length() > SECRET_LENGTH_MAX
        ? Optional.empty()
        : sessions.use(secret, wall.now());
  }

  /**
   * Whether a session is there, which does not count as use. Who registers something of a session
   * and asks afterwards misses no end: a session is gone before {@link #whenEnded} is told.
   *
   * @param sessionId {@link Session#id}
   */
  public synchronized boolean lives(String sessionId) {
    return sessions.lives(sessionId);
  }

  /** Logs out. Does nothing when there is no such session. */
  public void leave(String secret) {
    Optional<Session> left;
    synchronized (this) {
      left = sessions.end(secret);
    }
    left.ifPresent(session -> ended(new Sessions.Ended(session, "logged-out")));
  }

  /**
   * Ends the sessions whose time is over; expected about each second.
   *
   * @param inUse ids of sessions with a connection open, which are not idle
   */
  public void sweep(Set<String> inUse) {
    List<Sessions.Ended> over;
    synchronized (this) {
      over = sessions.sweep(inUse, wall.now());
    }
    over.forEach(this::ended);
  }

  /**
   * Where to ask for the ids of sessions with a connection open: none of them ends because its
   * person logs in once more. Asked on the thread that logs in.
   */
  public void connected(Supplier<Set<String>> sessionIds) {
    connected = sessionIds;
  }

  /** Is told of each session that ended, on the thread that ended it. */
  public void whenEnded(Consumer<Session> listener) {
    whenEnded.add(listener);
  }

  private void ended(Sessions.Ended ended) {
    Session session = ended.session();
    whenEnded.forEach(listener -> listener.accept(session));
    Person person = session.person();
    write(person, new AccessEvent.SessionClosed(session.id(), person.id(), ended.reason()));
  }

  private void write(Person person, Event event) {
    append(
        new EntryDraft(
            new StreamId("access", person.id()),
            clock.now(),
            person.service(),
            person.commune(),
            event));
  }

  private void append(EntryDraft draft) {
    try {
      journal.append(List.of(draft), outcome -> {});
    } catch (IllegalStateException e) {
      // a journal that is full or closed must not lock people out, see above
    }
  }
}
