package org.vigie.groundstation.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeopleTest {
  private static final Person PILOT =
      new Person("pilot-1", "Claire", Set.of(Role.PILOT), "sdis42", "");
  private static final Person AUDITOR =
      new Person("auditor-1", "Paul", Set.of(Role.AUDITOR, Role.OPERATOR), "", "42218");

  private final String pilotToken = Tokens.newToken(new SecureRandom());
  private final String auditorToken = Tokens.newToken(new SecureRandom());
  private final People people =
      new People(
          List.of(
              new People.Registered(PILOT, Tokens.sha256Hex(pilotToken)),
              new People.Registered(AUDITOR, Tokens.sha256Hex(auditorToken))));

  @Test
  void a_token_names_its_person_and_no_other() {
    assertThat(people.recognise(pilotToken)).contains(PILOT);
    assertThat(people.recognise(auditorToken)).contains(AUDITOR);
  }

  @Test
  void anything_else_names_nobody() {
    assertThat(people.recognise("")).isEmpty();
    assertThat(people.recognise(pilotToken + "x")).isEmpty();
    assertThat(people.recognise(pilotToken.substring(1))).isEmpty();
    assertThat(people.recognise(Tokens.sha256Hex(pilotToken))).isEmpty();
    assertThat(people.recognise("x".repeat(1_000_000))).isEmpty();
  }

  @Test
  void a_hash_is_that_of_the_standard() {
    // FIPS 180-2, appendix B.1
    assertThat(Tokens.sha256Hex("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void tokens_are_long_and_never_the_same() {
    SecureRandom random = new SecureRandom();
    Set<String> tokens = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      tokens.add(Tokens.newToken(random));
    }
    assertThat(tokens).hasSize(1_000).allMatch(token -> token.matches("vigie_[A-Za-z0-9_-]{43}"));
  }

  @Test
  void two_people_share_neither_id_nor_token() {
    People.Registered first = new People.Registered(PILOT, Tokens.sha256Hex("a"));
    assertThatThrownBy(
            () -> new People(List.of(first, new People.Registered(PILOT, Tokens.sha256Hex("b")))))
        .hasMessageContaining("pilot-1");
    assertThatThrownBy(
            () -> new People(List.of(first, new People.Registered(AUDITOR, Tokens.sha256Hex("a")))))
        .hasMessageContaining("auditor-1");
    assertThatThrownBy(() -> new People.Registered(PILOT, "ABC")).hasMessageContaining("pilot-1");
  }

  @Test
  void a_sensor_may_report_and_nothing_else_that_matters() {
    assertThat(Rights.of(Role.SENSOR))
        .containsExactlyInAnyOrder(Permission.REPORT_ALERT, Permission.READ_SERVICE);
  }

  @Test
  void only_pilots_command_flights_and_only_operators_decide_on_incidents() {
    assertThat(allowed(Permission.CLEAR_FLIGHT)).containsExactly(Role.PILOT);
    assertThat(allowed(Permission.REFUSE_FLIGHT)).containsExactly(Role.PILOT);
    assertThat(allowed(Permission.COMMAND_FLIGHT)).containsExactly(Role.PILOT);
    assertThat(allowed(Permission.CONFIRM_INCIDENT)).containsExactly(Role.OPERATOR);
    assertThat(allowed(Permission.DISMISS_INCIDENT)).containsExactly(Role.OPERATOR);
    assertThat(allowed(Permission.READ_RECORDS))
        .containsExactlyInAnyOrder(Role.AUDITOR, Role.OPERATOR, Role.PILOT);
    assertThat(allowed(Permission.READ_METRICS)).containsExactly(Role.ADMINISTRATOR);
    assertThat(allowed(Permission.READ_JOURNAL))
        .containsExactlyInAnyOrder(Role.AUDITOR, Role.ADMINISTRATOR);
    assertThat(allowed(Permission.REPORT_ALERT))
        .containsExactlyInAnyOrder(Role.SENSOR, Role.OPERATOR);
  }

  @Test
  void a_record_is_for_auditors_and_for_the_service_that_flew() {
    for (Role role : Role.values()) {
      Person person = new Person("x", "X", Set.of(role), "sdis42", "");
      assertThat(Rights.mayReadRecord(person, "sdis42"))
          .as(role.name())
          .isEqualTo(Set.of(Role.AUDITOR, Role.OPERATOR, Role.PILOT).contains(role));
      assertThat(Rights.mayReadRecord(person, "sdis69"))
          .as(role.name())
          .isEqualTo(role == Role.AUDITOR);
    }
  }

  @Test
  void two_roles_may_what_either_may_and_no_role_may_nothing() {
    assertThat(Rights.may(AUDITOR, Permission.READ_RECORDS)).isTrue();
    assertThat(Rights.may(AUDITOR, Permission.CONFIRM_INCIDENT)).isTrue();
    assertThat(Rights.may(AUDITOR, Permission.CLEAR_FLIGHT)).isFalse();
    Person nobody = new Person("x", "X", Set.of(), "", "");
    assertThat(EnumSet.allOf(Permission.class)).noneMatch(p -> Rights.may(nobody, p));
  }

  private static Set<Role> allowed(Permission permission) {
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (Rights.of(role).contains(permission)) {
        roles.add(role);
      }
    }
    return roles;
  }
}
