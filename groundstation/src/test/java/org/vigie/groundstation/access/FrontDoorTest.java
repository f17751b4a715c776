package org.vigie.groundstation.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.flight.HandJournal;
import org.vigie.groundstation.journal.StreamId;

/** Sessions by stepped time, and what the journal hears of them. */
class FrontDoorTest {
  private static final Instant STATION = Instant.parse("2026-11-21T14:00:00Z");
  private static final String TOKEN = "token-of-the-operator";
  private static final Person OPERATOR =
      new Person("op-1", "Opératrice", Set.of(Role.OPERATOR), "sdis42", "42218");

  private static final String OTHER_TOKEN = "token-of-the-pilot";
  private static final Person OTHER =
      new Person("pilot-1", "Pilote", Set.of(Role.PILOT), "sdis42", "42218");

  private final HandJournal journal = new HandJournal();
  private final List<Session> ended = new ArrayList<>();
  private Instant wall = Instant.parse("2026-11-22T08:00:00Z");
  private FrontDoor door;

  @BeforeEach
  void build() {
    door =
        new FrontDoor(
            new People(
                List.of(
                    new People.Registered(OPERATOR, Tokens.sha256Hex(TOKEN)),
                    new People.Registered(OTHER, Tokens.sha256Hex(OTHER_TOKEN)))),
            journal,
            () -> STATION,
            () -> wall,
            new SecureRandom());
    door.whenEnded(ended::add);
  }

  private LoginAnswer.In in() {
    return (LoginAnswer.In) door.withToken(TOKEN, "here");
  }

  @Test
  void a_session_is_found_by_its_secret_and_by_nothing_else() {
    LoginAnswer.In in = in();

    assertThat(door.find(in.secret())).contains(in.session());
    assertThat(door.find(in.session().id())).isEmpty();
    assertThat(door.find(Tokens.sha256Hex(in.secret()))).isEmpty();
    assertThat(door.find("")).isEmpty();
    assertThat(door.find("x".repeat(10_000))).isEmpty();
    assertThat(door.find(TOKEN)).isEmpty();
  }

  @Test
  void secrets_are_long_and_never_the_same() {
    String one = in().secret();
    String two = in().secret();

    assertThat(one).hasSize(43).isNotEqualTo(two);
    assertThat(door.issue(OPERATOR).code()).hasSize(43).isNotIn(one, two);
  }

  @Test
  void use_keeps_a_session_alive_for_a_day_at_most() {
    String secret = in().secret();
    for (int hour = 0; hour < 23; hour += 11) {
      assertThat(door.find(secret)).isPresent();
      wall = wall.plus(Duration.ofHours(11));
    }
    wall = Instant.parse("2026-11-23T08:00:00Z").minusMillis(1);
    assertThat(door.find(secret)).isPresent();
    wall = wall.plusMillis(1);
    assertThat(door.find(secret)).isEmpty();
  }

  @Test
  void a_sweep_ends_what_is_idle_or_old_and_says_so() {
    String kept = in().secret();
    LoginAnswer.In idle = in();
    wall = wall.plus(Duration.ofHours(6));
    door.find(kept);
    wall = wall.plus(Duration.ofHours(6));
    door.sweep(Set.of());
    assertThat(ended).containsExactly(idle.session());
    assertThat(door.find(kept)).isPresent();
    wall = wall.plus(Duration.ofHours(11));
    door.sweep(Set.of(door.find(kept).orElseThrow().id()));
    assertThat(ended).hasSize(1);
    wall = wall.plus(Duration.ofHours(2));
    door.sweep(Set.of());
    door.sweep(Set.of());

    assertThat(ended).hasSize(2);
    assertThat(journal.events(AccessEvent.SessionClosed.class))
        .extracting(AccessEvent.SessionClosed::reason)
        .containsExactly("idle", "expired");
  }

  @Test
  void an_open_connection_is_use() {
    LoginAnswer.In in = in();
    wall = wall.plus(Duration.ofHours(11));
    door.sweep(Set.of(in.session().id()));
    wall = wall.plus(Duration.ofHours(11));
    door.sweep(Set.of());
    assertThat(door.find(in.secret())).isPresent();
  }

  @Test
  void one_too_many_ends_ones_own_that_is_unused_longest() {
    LoginAnswer.In other = (LoginAnswer.In) door.withToken(OTHER_TOKEN, "here");
    LoginAnswer.In first = in();
    LoginAnswer.In second = in();
    door.find(first.secret());
    for (int i = 2; i < Sessions.SESSIONS_PER_PERSON_MAX; i++) {
      in();
    }
    assertThat(ended).isEmpty();
    in();

    assertThat(ended).containsExactly(second.session());
    assertThat(door.find(first.secret())).isPresent();
    assertThat(door.find(second.secret())).isEmpty();
    assertThat(door.find(other.secret())).isPresent();
    assertThat(journal.events(AccessEvent.SessionClosed.class))
        .extracting(AccessEvent.SessionClosed::reason)
        .containsExactly("displaced");
  }

  @Test
  void a_thousand_logins_of_one_throw_nobody_else_out() {
    LoginAnswer.In other = (LoginAnswer.In) door.withToken(OTHER_TOKEN, "here");
    for (int i = 0; i < 1_001; i++) {
      in();
    }
    assertThat(ended).isNotEmpty().noneMatch(session -> session.person().equals(OTHER));
    assertThat(door.find(other.secret())).isPresent();
  }

  @Test
  void a_session_with_a_connection_ends_for_no_other() {
    List<String> connected = new ArrayList<>();
    door.connected(() -> Set.copyOf(connected));
    connected.add(in().session().id());
    LoginAnswer.In unused = in();
    for (int i = 2; i < Sessions.SESSIONS_PER_PERSON_MAX; i++) {
      connected.add(in().session().id());
    }
    connected.add(in().session().id());
    assertThat(ended).containsExactly(unused.session());
    assertThat(door.withToken(TOKEN, "here")).isEqualTo(new LoginAnswer.TooManySessions());
    assertThat(ended).hasSize(1);
    connected.remove(0);
    assertThat(door.withToken(TOKEN, "here")).isInstanceOf(LoginAnswer.In.class);
  }

  @Test
  void a_connection_that_was_open_lately_counts_as_use() {
    LoginAnswer.In watching = in();
    wall = wall.plusSeconds(1);
    LoginAnswer.In unused = in();
    wall = wall.plusSeconds(1);
    door.sweep(Set.of(watching.session().id()));
    for (int i = 2; i <= Sessions.SESSIONS_PER_PERSON_MAX; i++) {
      in();
    }
    assertThat(ended).containsExactly(unused.session());
  }

  @Test
  void one_login_too_many_makes_ones_own_oldest_worthless() {
    String other = door.issue(OTHER).code();
    String first = door.issue(OPERATOR).code();
    String second = door.issue(OPERATOR).code();
    for (int i = 2; i <= OneTimeLogins.LOGINS_PER_PERSON_MAX; i++) {
      door.issue(OPERATOR);
    }
    assertThat(door.withLogin(first, "here")).isInstanceOf(LoginAnswer.Wrong.class);
    assertThat(door.withLogin(second, "here")).isInstanceOf(LoginAnswer.In.class);
    assertThat(door.withLogin(second, "here")).isInstanceOf(LoginAnswer.Wrong.class);
    assertThat(door.withLogin(other, "here")).isInstanceOf(LoginAnswer.In.class);
  }

  @Test
  void codes_that_are_given_out_are_in_the_journal_and_do_not_fill_it() {
    String code = "";
    for (int i = 0; i < 1_000; i++) {
      code = door.issue(OPERATOR).code();
    }
    door.issue(OTHER);
    wall = wall.plus(Duration.ofMinutes(1));
    door.issue(OPERATOR);

    List<AccessEvent.LoginIssued> issued = journal.events(AccessEvent.LoginIssued.class);
    assertThat(issued)
        .hasSize(FrontDoor.ATTEMPTS_MAX + 2)
        .contains(new AccessEvent.LoginIssued("pilot-1", 0))
        .endsWith(new AccessEvent.LoginIssued("op-1", 1_000 - FrontDoor.ATTEMPTS_MAX));
    assertThat(journal.read(0, 100).toString()).doesNotContain(code);
  }

  @Test
  void a_token_is_no_login_and_a_login_no_token() {
    assertThat(door.withLogin(TOKEN, "here")).isInstanceOf(LoginAnswer.Wrong.class);
    assertThat(door.withToken(door.issue(OPERATOR).code(), "here"))
        .isInstanceOf(LoginAnswer.Wrong.class);
  }

  @Test
  void wrong_attempts_are_counted_by_where_they_come_from() {
    for (int i = 0; i < FrontDoor.ATTEMPTS_MAX; i++) {
      assertThat(door.withToken("wrong", "there")).isInstanceOf(LoginAnswer.Wrong.class);
    }
    assertThat(door.withToken("wrong", "there"))
        .isEqualTo(new LoginAnswer.TooMany(Duration.ofMinutes(1)));
    assertThat(door.withToken("wrong", "here")).isInstanceOf(LoginAnswer.Wrong.class);
    wall = wall.plus(Duration.ofMinutes(1));
    assertThat(door.withToken("wrong", "there")).isInstanceOf(LoginAnswer.Wrong.class);
  }

  @Test
  void a_right_secret_always_comes_in() {
    for (int i = 0; i < 100; i++) {
      door.withLogin("wrong", "here");
    }
    assertThat(door.withToken(TOKEN, "here")).isInstanceOf(LoginAnswer.In.class);
    assertThat(door.withLogin(door.issue(OPERATOR).code(), "here"))
        .isInstanceOf(LoginAnswer.In.class);
  }

  @Test
  void a_flood_of_wrong_attempts_is_counted_in_the_journal_and_does_not_fill_it() {
    for (int i = 0; i < 1_000; i++) {
      door.withLogin("wrong", "address-" + i);
    }
    wall = wall.plus(Duration.ofMinutes(1));
    door.withToken("wrong", "here");

    List<AccessEvent.LoginFailed> failures = journal.events(AccessEvent.LoginFailed.class);
    assertThat(failures).hasSize(FrontDoor.ATTEMPTS_MAX + 1);
    assertThat(failures.get(failures.size() - 1))
        .isEqualTo(new AccessEvent.LoginFailed("token", 1_000 - FrontDoor.ATTEMPTS_MAX));
  }

  @Test
  void coming_and_going_is_in_ones_own_stream_by_the_stations_time() {
    LoginAnswer.In in = in();
    door.leave(in.secret());
    door.leave(in.secret());

    assertThat(journal.read(StreamId.parse("access/op-1")))
        .extracting(entry -> entry.type() + " " + entry.time() + " " + entry.service())
        .containsExactly(
            "session.opened 2026-11-21T14:00:00Z sdis42",
            "session.closed 2026-11-21T14:00:00Z sdis42");
    assertThat(journal.read(0, 10).toString()).doesNotContain(in.secret());
    assertThat(ended).containsExactly(in.session());
  }

  @Test
  void with_a_dead_disk_or_a_full_queue_a_pilot_still_comes_in() {
    journal.disk(HandJournal.Disk.FAILS);
    assertThat(door.find(in().secret())).isPresent();
    journal.disk(HandJournal.Disk.QUEUE_FULL);
    assertThat(door.find(in().secret())).isPresent();
  }
}
