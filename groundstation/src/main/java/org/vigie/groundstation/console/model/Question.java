package org.vigie.groundstation.console.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a pilot is asked before it is done: what it is about, and what confirms it.
 *
 * @param lines what to look at
 * @param bar what confirms it, or why it cannot be confirmed now
 * @param order what a confirmation does, absent while it cannot be given
 * @param progress of the held key, 0 to 1
 * @param choices to choose one from, none where there is nothing to choose
 * @param answer what became of the last try, empty when there was none
 */
public record Question(
    Kind kind,
    String flightId,
    String title,
    Level level,
    List<Line> lines,
    String bar,
    @Nullable ConfirmedOrder order,
    double progress,
    List<Choice> choices,
    String answer,
    Level answerLevel) {
  public Question {
    lines = List.copyOf(lines);
    choices = List.copyOf(choices);
  }

  /** What is asked, and which key confirms it. */
  public enum Kind {
    /** Whether the station corrects the aircraft's set-up. */
    SET_UP(ConsoleKey.CLEAR),
    /** Whether to go on against what supervision asks for. */
    OVERRULE(ConsoleKey.RESUME),
    /** Whether the motors stop in the air. */
    TERMINATE(ConsoleKey.TERMINATE),
    /** What becomes of the scene: confirmed by Enter, not by a held key. */
    SCENE(ConsoleKey.SCENE);

    private final ConsoleKey key;

    Kind(ConsoleKey key) {
      this.key = key;
    }

    public ConsoleKey key() {
      return key;
    }
  }

  /** Something to look at. */
  public record Line(String label, String value, Level level) {}

  /** One of several. */
  public record Choice(String code, String words, boolean chosen) {}

  /** Whether a confirmation does something. */
  public boolean possible() {
    return order != null;
  }
}
