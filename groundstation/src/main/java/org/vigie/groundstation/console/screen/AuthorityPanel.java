package org.vigie.groundstation.console.screen;

import java.awt.BorderLayout;
import java.util.List;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.model.AuthorityShown;
import org.vigie.groundstation.console.model.AuthorityShown.Candidate;
import org.vigie.groundstation.console.model.Level;
import org.vigie.groundstation.text.Texts;

/** Who is in command; offering the aircraft, and taking it. */
final class AuthorityPanel extends JPanel {
  private static final long serialVersionUID = 1L;
  private final DetailList rows;
  private final JPanel foot;
  private final JComboBox<Candidate> candidates = new JComboBox<>();
  private final JButton offer;
  private final JButton take = new JButton();
  private final JLabel said = new JLabel();
  private final transient Look look;
  private transient AuthorityShown shown =
      new AuthorityShown("", List.of(), List.of(), "", "", "", Level.NORMAL);

  AuthorityPanel(Look look, Texts texts, Actions actions) {
    super(new BorderLayout());
    this.look = look;
    setBackground(look.tokens().surface());
    rows = new DetailList(look, "authority", texts.get("console.authority.none"));
    offer = new JButton(texts.get("console.authority.offer.do"));
    candidates.setName("candidates");
    candidates.getAccessibleContext().setAccessibleName(texts.get("console.authority.to"));
    offer.setName("offer");
    take.setName("take");
    offer.addActionListener(
        event -> {
          if (candidates.getSelectedItem() instanceof Candidate candidate) {
            actions.offer(candidate.personId());
          }
        });
    take.addActionListener(event -> actions.accept());
    foot = new JPanel(new MigLayout("insets 4 16 8 16, gap 8, fillx, hidemode 3", "[grow][]"));
    foot.setBackground(look.tokens().surface());
    foot.add(said, "span 2, growx, wmin 0, wrap");
    foot.add(candidates, "growx, wmin 80");
    foot.add(offer, "wrap");
    foot.add(take, "span 2, growx, h 40!");
    foot.setVisible(false);
    add(Scrolls.around(rows, look), BorderLayout.CENTER);
    add(foot, BorderLayout.SOUTH);
  }

  void show(AuthorityShown next) {
    if (next.equals(shown)) {
      return;
    }
    if (!next.candidates().equals(shown.candidates())) {
      choices(next.candidates());
    }
    shown = next;
    rows.show(next.rows());
    boolean mine = next.offerObstacle().isEmpty();
    boolean takes = !next.take().isEmpty();
    String words = next.answer().isEmpty() ? takes ? "" : next.offerObstacle() : next.answer();
    said.setText(words);
    said.setToolTipText(words.isEmpty() ? null : words);
    said.setForeground(
        next.answer().isEmpty() ? look.tokens().muted() : look.tokens().of(next.answerLevel()));
    said.setVisible(!words.isEmpty());
    candidates.setVisible(mine);
    offer.setVisible(mine);
    take.setVisible(takes);
    take.setText(next.take());
    foot.setVisible(!next.vehicleId().isEmpty());
  }

  /** The chosen one stays chosen when the list changes under it. */
  private void choices(List<Candidate> next) {
    Object chosen = candidates.getSelectedItem();
    candidates.setModel(new DefaultComboBoxModel<>(next.toArray(new Candidate[0])));
    if (chosen instanceof Candidate before) {
      next.stream()
          .filter(one -> one.personId().equals(before.personId()))
          .findFirst()
          .ifPresent(candidates::setSelectedItem);
    }
  }
}
