package org.vigie.groundstation.console.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Words on the map never lie on each other, and what matters most is there. */
class LabelsTest {
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  private static final Rectangle2D SEEN = new Rectangle2D.Double(-1000, -1000, 3000, 3000);
  private final Graphics2D pen =
      new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB).createGraphics();

  private static Label beside(Label.Rank rank, String text, double x, double y) {
    return new Label(rank, text, FONT, Color.WHITE, new Point2D.Double(x, y), 12, 0);
  }

  private List<Labels.Placed> place(List<Label> labels) {
    return Labels.place(pen, labels, List.of(), SEEN);
  }

  private static Labels.Placed of(List<Labels.Placed> placed, String text) {
    return placed.stream().filter(one -> one.label().text().equals(text)).findFirst().orElseThrow();
  }

  @Test
  void at_home_the_aircraft_keeps_its_place_and_the_site_moves_aside() {
    Label site = beside(Label.Rank.SITE, "Demo fire station", 300, 300);
    Label aircraft = beside(Label.Rank.SELECTED_AIRCRAFT, "V1  0 m AGL", 300, 300);

    List<Labels.Placed> placed = place(List.of(site, aircraft));

    assertThat(of(placed, "V1  0 m AGL").left()).isEqualTo(312);
    Labels.Placed moved = of(placed, "Demo fire station");
    assertThat(moved.left()).isLessThan(300);
    assertThat(moved.plate().intersects(of(placed, "V1  0 m AGL").plate())).isFalse();
  }

  @Test
  void a_zones_name_that_would_lie_on_anything_is_not_shown() {
    Label aircraft = beside(Label.Rank.AIRCRAFT, "V1", 100, 100);
    Label zone = Label.fixed(Label.Rank.ZONE, "FRVG001", FONT, Color.WHITE, 108, 104);

    assertThat(place(List.of(zone, aircraft)))
        .extracting(one -> one.label().text())
        .containsExactly("V1");
    assertThat(place(List.of(zone))).hasSize(1);
  }

  @Test
  void words_at_the_edge_of_the_map_stand_where_they_are_seen_whole() {
    Rectangle2D seen = new Rectangle2D.Double(0, 0, 400, 400);
    Label incident = beside(Label.Rank.INCIDENT, "I-2 glass break", 380, 200);

    Labels.Placed placed = Labels.place(pen, List.of(incident), List.of(), seen).get(0);

    assertThat(seen.contains(placed.plate())).isTrue();
    assertThat(placed.left()).isLessThan(380);
  }

  @Test
  void nothing_stands_where_it_is_taken() {
    Rectangle2D notice = new Rectangle2D.Double(0, 80, 400, 40);
    Label incident = beside(Label.Rank.INCIDENT, "I-1", 100, 100);

    assertThat(Labels.place(pen, List.of(incident), List.of(notice), SEEN)).isEmpty();
  }

  @Test
  void in_any_crowd_no_two_overlap_and_none_is_missing_that_has_a_free_first_place() {
    Random random = new Random(20261121);
    List<Label.Rank> ranks = List.of(Label.Rank.values());
    for (int round = 0; round < 50; round++) {
      List<Label> labels = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        Label.Rank rank = ranks.get(random.nextInt(ranks.size()));
        labels.add(beside(rank, "L" + i, random.nextDouble() * 300, random.nextDouble() * 300));
      }
      Collections.shuffle(labels, random);
      List<Labels.Placed> placed = place(labels);
      for (int i = 0; i < placed.size(); i++) {
        for (int j = 0; j < i; j++) {
          assertThat(placed.get(i).plate().intersects(placed.get(j).plate())).isFalse();
        }
      }
      for (Label label : labels) {
        boolean shown = placed.stream().anyMatch(one -> one.label().text().equals(label.text()));
        Rectangle2D first =
            Labels.plate(
                pen.getFontMetrics(FONT), label.text(), label.at().x + 12, label.at().y + 5);
        assertThat(shown || placed.stream().anyMatch(one -> one.plate().intersects(first)))
            .isTrue();
      }
    }
  }
}
