package org.vigie.groundstation.vehicle.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.mavlink.StateMessage.StatusText;
import org.vigie.groundstation.vehicle.protocol.StatusTextAssembly.Text;

class StatusTextAssemblyTest {
  private static final Instant T0 = Instant.parse("2026-11-21T00:00:00Z");
  private static final String FIFTY = "Arming denied: Resolve system health failures firs";

  private final StatusTextAssembly assembly = new StatusTextAssembly();

  @Test
  void a_text_without_id_is_whole() {
    assertThat(assembly.onText(new StatusText(4, "GCS Failsafe", 0, 0), T0))
        .containsExactly(new Text(4, "GCS Failsafe"));
  }

  @Test
  void pieces_in_any_order_make_one_text() {
    assertThat(FIFTY).hasSize(StatusText.LENGTH_MAX);
    assertThat(assembly.onText(new StatusText(2, "t", 7, 1), T0)).isEmpty();
    assertThat(assembly.onText(new StatusText(2, FIFTY, 7, 0), T0))
        .containsExactly(new Text(2, FIFTY + "t"));
    assertThat(assembly.onTick(T0.plusSeconds(10))).isEmpty();
  }

  @Test
  void a_lost_piece_shows_as_a_gap() {
    assembly.onText(new StatusText(2, "t", 7, 1), T0);
    assertThat(assembly.onTick(T0.plusSeconds(1))).isEmpty();
    assertThat(assembly.onTick(T0.plusSeconds(2))).containsExactly(new Text(2, "[...]t"));
    assertThat(assembly.onTick(T0.plusSeconds(3))).isEmpty();
  }

  @Test
  void open_texts_are_bounded_and_none_is_lost_silently() {
    int told = 0;
    for (int id = 1; id <= 100; id++) {
      told += assembly.onText(new StatusText(6, FIFTY, id, 0), T0).size();
    }
    assertThat(told).isEqualTo(100 - StatusTextAssembly.OPEN_MAX);
  }
}
