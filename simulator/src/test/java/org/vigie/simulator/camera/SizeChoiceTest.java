package org.vigie.simulator.camera;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which size a camera takes. */
class SizeChoiceTest {
  private static SizeChoice after(double warmUpMs, double ms) {
    SizeChoice choice = new SizeChoice(CameraSettings.auto(), 8);
    for (int i = 0; i < SizeChoice.WARM_UP_FRAMES; i++) {
      choice.measured(warmUpMs / 2, warmUpMs / 2);
    }
    for (int i = 0; i < SizeChoice.MEASURED_FRAMES; i++) {
      assertThat(choice.reason()).isEqualTo(SizeChoice.Reason.STILL_MEASURING);
      choice.measured(ms / 2, ms / 2);
    }
    return choice;
  }

  @Test
  void few_processors_or_slow_frames_mean_the_small_picture() {
    SizeChoice few = new SizeChoice(CameraSettings.auto(), 2);
    assertThat(few.size()).isEqualTo(PictureSize.SMALL);
    assertThat(few.reason()).isEqualTo(SizeChoice.Reason.FEW_PROCESSORS);
    assertThat(after(100, 16.1).size()).isEqualTo(PictureSize.SMALL);
    assertThat(after(100, 16.1).reason()).isEqualTo(SizeChoice.Reason.TOO_SLOW);
    assertThat(after(100, 15.9).size()).isEqualTo(PictureSize.HD);
    assertThat(after(100, 15.9).reason()).isEqualTo(SizeChoice.Reason.FAST_ENOUGH);
  }

  @Test
  void a_size_that_was_asked_for_stays() {
    SizeChoice choice = new SizeChoice(CameraSettings.of(PictureSize.HD), 1);
    for (int i = 0; i < 200; i++) {
      choice.measured(100, 100);
    }
    assertThat(choice.size()).isEqualTo(PictureSize.HD);
    assertThat(choice.reason()).isEqualTo(SizeChoice.Reason.ASKED_FOR);
  }
}
