package org.vigie.groundstation.console.screen;

import java.awt.BorderLayout;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.List;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.model.Level;
import org.vigie.groundstation.console.model.Question;

/** A question of the selected flight, where the tabs are: never over the map or the keys. */
final class QuestionPanel extends JPanel {
  private static final long serialVersionUID = 1L;
  private final FactLines facts;
  private final HoldBar bar;
  private final JPanel choices;
  private final transient Actions actions;
  private transient List<Question.Choice> offered = List.of();

  QuestionPanel(Look look, Actions actions) {
    super(new BorderLayout());
    this.actions = actions;
    setName("question");
    setBackground(look.tokens().surface());
    facts = new FactLines(look, "question-facts");
    bar = new HoldBar(look, "answer", actions);
    choices = new JPanel(new MigLayout("insets 0, gap 4, fillx"));
    choices.setBackground(look.tokens().surface());
    JPanel foot = new JPanel(new MigLayout("insets 2 16 4 16, gap 4, fillx, hidemode 3", "[grow]"));
    foot.setBackground(look.tokens().surface());
    foot.add(choices, "growx, wrap");
    foot.add(bar, "growx, h 40!");
    add(Scrolls.around(facts, look), BorderLayout.CENTER);
    add(foot, BorderLayout.SOUTH);
  }

  void show(Question next) {
    facts.show(facts(next));
    bar.show(bar(next));
    if (!next.choices().equals(offered)) {
      offer(next.choices());
    }
  }

  private void offer(List<Question.Choice> next) {
    offered = next;
    choices.removeAll();
    choices.setVisible(!next.isEmpty());
    ButtonGroup group = new ButtonGroup();
    for (Question.Choice choice : next) {
      JToggleButton button = new JToggleButton(choice.words(), choice.chosen());
      button.setName("reason-" + choice.code());
      button.setMargin(new Insets(2, 2, 2, 2));
      button.setFocusable(false); // Enter and space stay with the question
      button.addActionListener(event -> actions.choose(choice.code()));
      group.add(button);
      choices.add(button, "growx, sg, h 24!, wmin 0");
    }
    revalidate();
  }

  static FactLines.Facts facts(Question question) {
    List<FactLines.Line> lines = new ArrayList<>();
    for (Question.Line line : question.lines()) {
      lines.add(new FactLines.Line(line.label(), line.value(), line.level(), false));
    }
    return new FactLines.Facts(question.title(), question.level(), lines, 0);
  }

  static HoldBar.State bar(Question question) {
    HoldBar.@Nullable Answer answer =
        question.answer().isEmpty()
            ? null
            : new HoldBar.Answer(question.answer(), question.answerLevel());
    return new HoldBar.State(
        question.kind().key(),
        question.bar(),
        question.possible(),
        question.kind() == Question.Kind.SET_UP ? Level.NORMAL : question.level(),
        question.progress(),
        answer);
  }
}
