package org.vigie.groundstation.console;

import java.awt.Dialog;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.text.Texts;

/** Asks for a token, before there is a map or a safety key that it could cover. */
final class LoginDialog {
  private LoginDialog() {}

  /**
   * Waits for the person; on the event thread.
   *
   * @param trouble what was wrong with the one before, empty at first
   * @return the token, empty when the person gave up
   */
  static Optional<String> ask(Look look, Texts texts, String station, String trouble) {
    JDialog dialog = new JDialog((java.awt.Frame) null, texts.get("console.title"), true);
    dialog.setModalityType(Dialog.ModalityType.APPLICATION_MODAL);
    dialog.setName("login");
    AtomicReference<@Nullable String> given = new AtomicReference<>();
    JPasswordField field = new JPasswordField(40);
    field.setName("token");
    JButton open = new JButton(texts.get("console.login.open"));
    JPanel panel = new JPanel(new MigLayout("insets 24, gap 8, wrap 1", "[grow, fill]"));
    JLabel title = new JLabel(texts.get("console.login.title", station));
    title.setFont(look.bodyBold());
    panel.add(title);
    JLabel label = new JLabel(texts.get("console.login.token"));
    label.setForeground(look.tokens().muted());
    label.setLabelFor(field);
    panel.add(label);
    panel.add(field);
    JLabel wrong = new JLabel(trouble.isEmpty() ? " " : trouble);
    wrong.setForeground(look.tokens().red());
    panel.add(wrong);
    panel.add(open, "growx 0, right");
    Runnable done =
        () -> {
          String token = new String(field.getPassword()).strip();
          if (!token.isEmpty()) {
            given.set(token);
            dialog.dispose();
          }
        };
    open.addActionListener(event -> done.run());
    field.addActionListener(event -> done.run());
    dialog.setContentPane(panel);
    dialog.getRootPane().setDefaultButton(open);
    dialog.pack();
    dialog.setLocationRelativeTo(null);
    dialog.setVisible(true);
    return Optional.ofNullable(given.get());
  }
}
