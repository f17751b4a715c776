package org.vigie.groundstation.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.compliance.request.OperatorType;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.text.Language;
import org.vigie.groundstation.text.Texts;

class PictureRightTest {
  private static Person person(Role role, String service) {
    return new Person("p-1", "p-1", Set.of(role), service, "42218");
  }

  @ParameterizedTest
  @CsvSource({
    "PILOT, FIRE_SERVICE, sdis42, ''",
    "OPERATOR, FIRE_SERVICE, sdis42, ''",
    "OPERATOR, GENDARMERIE, sdis42, ''",
    "AUDITOR, FIRE_SERVICE, sdis42, not-engaged",
    "ADMINISTRATOR, FIRE_SERVICE, sdis42, not-engaged",
    "PILOT, FIRE_SERVICE, sdis69, not-engaged",
    "OPERATOR, NATIONAL_POLICE, pn42, not-engaged",
    "OPERATOR, PRIVATE_CONTRACTOR, firm, not-engaged",
    "OPERATOR, MUNICIPAL_POLICE, pm42, municipal-no-basis",
    "OPERATOR, COMMUNE, ville, municipal-no-basis",
    "PILOT, MUNICIPAL_POLICE, sdis42, municipal-no-basis",
    "AUDITOR, MUNICIPAL_POLICE, pm42, municipal-no-basis"
  })
  void a_drones_picture_is_for_the_service_that_flies(
      Role role, OperatorType type, String service, String code) {
    assertThat(
            PictureRight.drone(person(role, service), type, "sdis42")
                .map(PictureRight.Refusal::code)
                .orElse(""))
        .isEqualTo(code);
  }

  @Test
  void who_belongs_to_no_known_service_is_not_engaged() {
    assertThat(PictureRight.drone(person(Role.PILOT, ""), null, ""))
        .contains(PictureRight.NOT_ENGAGED);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void a_cameras_picture_is_for_operators_and_pilots_of_its_services(Role role) {
    boolean watches = EnumSet.of(Role.OPERATOR, Role.PILOT).contains(role);

    assertThat(PictureRight.camera(person(role, "pm42"), Set.of("pm42")).isEmpty())
        .isEqualTo(watches);
    assertThat(PictureRight.camera(person(role, "sdis42"), Set.of("pm42")))
        .contains(PictureRight.NOT_YOURS);
  }

  @Test
  void pictures_begin_with_the_upload_and_end_with_the_landing() {
    assertThat(Arrays.stream(FlightState.values()).filter(state -> !PictureRight.on(state)))
        .containsExactly(
            FlightState.PLANNING, FlightState.REFUSED, FlightState.CLOSED, FlightState.ABORTED);
    assertThat(Arrays.stream(FlightState.values()).filter(FlightState::airborne))
        .allMatch(PictureRight::on);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_refusal_that_has_an_article_is_explained(Language language) {
    for (PictureRight.Refusal refusal :
        new PictureRight.Refusal[] {
          PictureRight.MUNICIPAL, PictureRight.NOT_ENGAGED, PictureRight.NOT_YOURS
        }) {
      assertThat(refusal.article()).startsWith("CSI, L2");
      assertThat(Texts.in(language).get("view." + refusal.code())).hasSizeGreaterThan(40);
    }
  }
}
