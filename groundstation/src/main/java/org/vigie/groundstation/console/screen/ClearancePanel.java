package org.vigie.groundstation.console.screen;

import java.awt.BorderLayout;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.model.Clearance;
import org.vigie.groundstation.console.model.ConsoleKey;
import org.vigie.groundstation.console.model.Level;
import org.vigie.groundstation.console.model.Question;
import org.vigie.groundstation.text.Texts;

/**
 * Place, decision, volume, battery, who; or what differs in the aircraft's set-up. A bar that is
 * held, and a way to refuse with a reason.
 */
final class ClearancePanel extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int LABEL_PX = 88;

  /** Nine lines; a longer set-up is scrolled. */
  private static final int FACTS_HIGH_MAX = 210;

  private final transient Texts texts;
  private final FactLines facts;
  private final HoldBar bar;
  private final JTextField reason = new JTextField();
  private transient @Nullable String flightId;

  ClearancePanel(Look look, Texts texts, Actions actions) {
    super(new BorderLayout());
    setName("clearance");
    setBackground(look.tokens().surface());
    this.texts = texts;
    facts = new FactLines(look, "clearance-facts");
    bar = new HoldBar(look, "clear", actions);
    JPanel foot =
        new JPanel(new MigLayout("insets 4 16 8 16, gap 8, fillx", "[][grow][]", "[]8[]"));
    foot.setBackground(look.tokens().surface());
    foot.add(bar, "span 3, growx, h 44!, wrap");
    JLabel label = new JLabel(texts.get("console.clearance.reason"));
    label.setForeground(look.tokens().muted());
    label.setLabelFor(reason);
    reason.setName("refusal");
    reason.addActionListener(event -> refuse(actions));
    JButton refuse = new JButton(texts.get("console.clearance.refuse", ConsoleKey.REFUSE.key()));
    refuse.setName("refuse");
    refuse.addActionListener(event -> refuse(actions));
    foot.add(label);
    foot.add(reason, "growx, wmin 60");
    foot.add(refuse);
    add(Scrolls.upTo(facts, look, FACTS_HIGH_MAX), BorderLayout.CENTER);
    add(foot, BorderLayout.SOUTH);
  }

  private void refuse(Actions actions) {
    if (reason.getText().isBlank()) {
      reason.requestFocusInWindow();
    } else {
      actions.refuse(reason.getText().strip());
    }
  }

  /** The key for refusing: goes to the reason first, then sends it. */
  void refuseKey(Actions actions) {
    if (reason.isFocusOwner()) {
      refuse(actions);
    } else {
      reason.requestFocusInWindow();
    }
  }

  void show(Clearance next) {
    about(next.flightId());
    Level level = next.verdictLevel();
    facts.show(
        new FactLines.Facts(
            texts.get("console.clearance.title", next.since()),
            Level.AMBER,
            List.of(
                line("place", next.place(), Level.NORMAL, false),
                line("decision", next.verdict(), level, level == Level.NORMAL),
                line("volume", next.volume(), Level.NORMAL, false),
                line("battery", next.battery(), Level.NORMAL, false),
                line("who", next.who(), Level.NORMAL, false)),
            LABEL_PX));
    bar.show(
        new HoldBar.State(
            ConsoleKey.CLEAR,
            next.possible()
                ? texts.get("console.clearance.hold", ConsoleKey.CLEAR.key())
                : next.obstacle(),
            next.possible(),
            Level.NORMAL,
            next.progress(),
            next.answer().isEmpty()
                ? null
                : new HoldBar.Answer(next.answer(), next.answerLevel())));
  }

  /** The set-up of the aircraft, which comes before the clearance and can be refused as well. */
  void show(Question setUp) {
    about(setUp.flightId());
    facts.show(QuestionPanel.facts(setUp));
    bar.show(QuestionPanel.bar(setUp));
  }

  private void about(String flight) {
    if (!flight.equals(flightId)) {
      flightId = flight;
      reason.setText("");
    }
  }

  private FactLines.Line line(String key, String value, Level level, boolean good) {
    return new FactLines.Line(texts.get("console.clearance." + key), value, level, good);
  }
}
