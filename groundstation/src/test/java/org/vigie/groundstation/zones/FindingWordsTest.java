package org.vigie.groundstation.zones;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Format;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.geofence.document.Problem;
import org.vigie.geofence.zone.io.Deviation;
import org.vigie.geofence.zone.io.ZoneFinding;
import org.vigie.geofence.zone.io.ZoneFinding.Consequence;
import org.vigie.geofence.zone.io.ZoneReader;
import org.vigie.groundstation.text.Language;
import org.vigie.groundstation.text.Texts;

class FindingWordsTest {
  private static final ResourceBundle FRENCH =
      ResourceBundle.getBundle("org.vigie.groundstation.zones.findings", Locale.FRENCH);

  private static int arguments(String pattern) {
    Format[] formats = new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex();
    return formats.length;
  }

  private static ZoneFinding finding(Deviation deviation, Consequence consequence) {
    List<String> values = List.of("<one>", "<two>").subList(0, arguments(deviation.pattern()));
    return new ZoneFinding(
        deviation, values, consequence, new Problem("f.json", 3, 7, "/features/0", "English"));
  }

  @ParameterizedTest
  @EnumSource
  void every_deviation_has_a_french_sentence_with_the_same_arguments(Deviation deviation) {
    FindingWords french = new FindingWords(Texts.in(Language.FR));
    for (Consequence consequence : Consequence.values()) {
      ZoneFinding finding = finding(deviation, consequence);
      String sentence = french.sentence(finding);
      assertThat(sentence).isNotBlank().doesNotContain("{", "}", "English");
      assertThat(finding.arguments()).allMatch(sentence::contains);
      assertThat(sentence).isNotEqualTo(english(deviation, finding.arguments()));
    }
    assertThat(FRENCH.getString(deviation.key())).doesNotContain("'");
    assertThat(arguments(FRENCH.getString(deviation.key())))
        .isEqualTo(arguments(deviation.pattern()));
  }

  private static String english(Deviation deviation, List<String> arguments) {
    return new MessageFormat(deviation.pattern(), Locale.ROOT).format(arguments.toArray());
  }

  @Test
  void no_french_sentence_is_left_over() {
    Set<String> keys = new TreeSet<>();
    Arrays.stream(Deviation.values()).map(Deviation::key).forEach(keys::add);
    Stream.of(Consequence.values()).map(each -> "consequence." + each.key()).forEach(keys::add);
    assertThat(new TreeSet<>(Collections.list(FRENCH.getKeys()))).isEqualTo(keys);
  }

  @Test
  void a_finding_reads_as_its_place_then_its_sentence_then_what_becomes_of_the_zone()
      throws Exception {
    ZoneFinding finding =
        ZoneReader.read(
                "v.json",
                """
                {"features": [{"identifier": "A", "country": "FRA", "type": "COMMON",
                  "restriction": "CLOSED, \\u007b0} l'été",
                  "geometry": [{"uomDimensions": "M", "horizontalProjection":
                    {"type": "Circle", "center": [4.4, 45.4], "radius": 500}}]}]}
                """)
            .blocking()
            .get(0);
    assertThat(new FindingWords(Texts.in(Language.EN)).place(finding))
        .isEqualTo(
            "v.json:2:3: /features/0/restriction: is no restriction: CLOSED, {0} l'été: the zone"
                + " blocks the area that it claims");
    assertThat(new FindingWords(Texts.in(Language.FR)).place(finding))
        .isEqualTo(
            "v.json:2:3: /features/0/restriction: n\u2019est pas une restriction\u00a0: CLOSED, {0}"
                + " l'été\u00a0: la zone bloque la surface qu\u2019elle réclame");
  }
}
