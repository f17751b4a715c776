package org.vigie.groundstation.console.screen;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.console.canvas.MapPanel;
import org.vigie.groundstation.console.canvas.ProfilePanel;
import org.vigie.groundstation.console.film.Film;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.look.Tokens;
import org.vigie.groundstation.console.model.Clearance;
import org.vigie.groundstation.console.model.FlightShown;
import org.vigie.groundstation.console.model.Question;
import org.vigie.groundstation.console.model.Shown;
import org.vigie.groundstation.text.Texts;
import org.vigie.groundstation.time.StationClock;

/**
 * The one window.
 *
 * @threading event thread
 */
public final class ConsoleWindow {
  /** Narrower screens get narrower columns. */
  private static final int WIDE_FROM = 1500;

  private final JFrame frame = new JFrame();
  private final FlightStrip flights;
  private final AlarmStrip alarms;
  private final ClockPanel clock;
  private final IncidentList incidents;
  private final CardPanel card;
  private final MapPanel map;
  private final VideoPanel video;
  private final GaugePanel gauges;
  private final ClearancePanel clearance;
  private final JLabel flightTitle = new JLabel(" ");
  private final JLabel flightState = new JLabel(" ");
  private final DetailList checks;
  private final DecisionPanel decision;
  private final DetailList plan;
  private final AuthorityPanel authority;
  private final DetailList aircraft;
  private final QuestionPanel question;
  private final JTabbedPane tabs = new JTabbedPane();
  private final ProfilePanel profile;
  private final SafetyBar safety;
  private final JPanel flightCards =
      new JPanel(new MigLayout("insets 0, gap 0, fill, hidemode 3", "[grow, fill]"));
  private final Tokens tokens;
  private final Keys keys;

  /** Builds the window; it is not shown yet. */
  public ConsoleWindow(
      Look look, Texts texts, StationClock time, Actions actions, Runnable closing) {
    tokens = look.tokens();
    flights = new FlightStrip(look, actions);
    alarms = new AlarmStrip(look, texts);
    clock = new ClockPanel(look);
    incidents =
        new IncidentList(
            look, texts.get("console.incidents"), texts.get("console.incidents.none"), actions);
    card = new CardPanel(look, texts, actions);
    map = new MapPanel(look, time, new MapClicks(actions));
    video = new VideoPanel(look, texts, time);
    gauges = new GaugePanel(look, texts.get("console.gauges.none"));
    clearance = new ClearancePanel(look, texts, actions);
    checks = new DetailList(look, "checks", texts.get("console.checks.none"));
    decision = new DecisionPanel(look);
    plan = new DetailList(look, "plan", texts.get("console.plan.none"));
    authority = new AuthorityPanel(look, texts, actions);
    aircraft = new DetailList(look, "aircraft", texts.get("console.aircraft.none"));
    question = new QuestionPanel(look, actions);
    profile = new ProfilePanel(look, texts.get("console.profile"));
    safety = new SafetyBar(look, texts, actions);
    keys = new Keys(actions, map, () -> clearance.refuseKey(actions));
    lay(look, texts);
    listen(actions, closing);
  }

  private record MapClicks(Actions actions) implements MapPanel.Clicks {
    @Override
    public void incident(String id) {
      actions.selectIncident(id);
    }

    @Override
    public void flight(String id) {
      actions.selectFlight(id);
    }

    @Override
    public boolean place(LatLon place) {
      return actions.place(place);
    }
  }

  private void lay(Look look, Texts texts) {
    Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
    boolean wide = screen.width >= WIDE_FROM;
    int left = wide ? 304 : 240;
    int right = wide ? 448 : 368;
    JPanel all =
        new JPanel(
            new MigLayout(
                "insets 0, gap 1, fill",
                "[" + left + "!][grow, fill][" + right + "!]",
                "[56!][grow, fill][" + (wide ? 128 : 88) + "!][64!]"));
    all.setBackground(tokens.line());
    all.add(top(), "span 3, grow, wrap");
    all.add(leftColumn(look), "grow, hmin 0");
    all.add(map, "grow, wmin 100, hmin 0");
    all.add(rightColumn(look, texts, right, wide), "grow, hmin 0, wrap");
    all.add(profile, "span 3, grow, wrap");
    all.add(safety, "span 3, grow");
    frame.setContentPane(all);
    frame.setTitle(texts.get("console.title"));
    frame.setMinimumSize(new Dimension(1024, 720));
    frame.setSize(Math.min(1920, screen.width), Math.min(1200, screen.height));
    frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
  }

  private JPanel top() {
    JPanel top =
        new JPanel(new MigLayout("insets 0, gap 8, fill", "[::60%][grow, fill][]", "[56!]"));
    top.setBackground(tokens.surface());
    top.add(flights, "grow, wmin 160");
    top.add(alarms, "grow, wmin 160");
    top.add(clock, "growy");
    return top;
  }

  private JPanel leftColumn(Look look) {
    JPanel column = new JPanel(new BorderLayout());
    column.setBackground(tokens.surface());
    column.add(Scrolls.around(incidents, look), BorderLayout.CENTER);
    column.add(card, BorderLayout.SOUTH);
    return column;
  }

  private JPanel rightColumn(Look look, Texts texts, int width, boolean wide) {
    tabs.setName("tabs");
    tabs.addTab(texts.get("console.tab.checks"), Scrolls.around(checks, look));
    tabs.addTab(texts.get("console.tab.decision"), decision);
    tabs.addTab(texts.get("console.tab.plan"), Scrolls.around(plan, look));
    tabs.addTab(texts.get("console.tab.authority"), authority);
    tabs.addTab(texts.get("console.tab.aircraft"), Scrolls.around(aircraft, look));
    tabs.setSelectedIndex(1);
    flightCards.setBackground(tokens.surface());
    flightCards.add(gauges, "grow, wrap");
    flightCards.add(clearance, "grow"); // from the start: joining a window later takes its time
    clearance.setVisible(false);
    flightTitle.setFont(look.small());
    flightTitle.setForeground(tokens.muted());
    flightState.setFont(look.bodyBold());
    JPanel heading = new JPanel(new MigLayout("insets 0 16 0 16, fill", "[][grow, right]", "[]"));
    heading.setBackground(tokens.surface());
    heading.add(flightTitle);
    heading.add(flightState, "wmin 0");
    int film = Math.round(width * 9 / 16f);
    JPanel column =
        new JPanel(
            new MigLayout(
                "insets 0, gap 0, fill, hidemode 3",
                "[grow, fill]",
                "[32!][" + (wide ? film : film - 31) + "!][pref!][grow, fill]"));
    column.setBackground(tokens.surface());
    column.setBorder(BorderFactory.createEmptyBorder());
    column.add(heading, "grow, wrap");
    column.add(video, "grow, wrap");
    column.add(flightCards, "grow, wrap");
    JPanel below = new JPanel(new MigLayout("insets 0, gap 0, fill, hidemode 3", "[grow, fill]"));
    below.add(tabs, "grow, push, hmin 0, wmin 0, wrap");
    below.add(question, "grow, push, hmin 0"); // from the start, as the clearance is
    question.setVisible(false);
    column.add(below, "grow, hmin 0");
    return column;
  }

  private void listen(Actions actions, Runnable closing) {
    KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(keys);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent event) {
            closing.run();
          }

          @Override
          public void windowIconified(WindowEvent event) {
            actions.iconified(true);
          }

          @Override
          public void windowDeiconified(WindowEvent event) {
            actions.iconified(false);
          }

          @Override
          public void windowDeactivated(WindowEvent event) {
            keys.letGo();
          }
        });
  }

  /** Puts the window on the screen. */
  public void open() {
    frame.setVisible(true);
  }

  /** Shows a moment. */
  public void show(Shown shown) {
    for (Painted part : List.of(flights, incidents, card, gauges)) {
      part.stale(!shown.fresh());
    }
    flights.show(shown.top().chips());
    alarms.show(shown.top().alarms(), shown.top().lost());
    clock.show(shown.top());
    incidents.show(shown.incidents());
    card.show(shown.card());
    map.show(shown.map());
    flight(shown.flight(), shown.fresh());
    profile.show(shown.profile());
    safety.show(shown.safety());
    video.tick();
    if (shown.sound()) {
      Toolkit.getDefaultToolkit().beep();
    }
  }

  private void flight(FlightShown flight, boolean fresh) {
    label(flightTitle, flight.title());
    label(flightState, flight.state());
    flightState.setForeground(fresh ? tokens.of(flight.level()) : tokens.muted());
    gauges.show(flight.gauges());
    waits(flight.clearance(), flight.setUp());
    Question asked = flight.question();
    if (asked != null) {
      question.show(asked);
    }
    if (question.isVisible() != (asked != null)) {
      question.setVisible(asked != null);
      tabs.setVisible(asked == null);
    }
    checks.show(flight.checks());
    decision.show(flight.decision());
    plan.show(flight.plan());
    authority.show(flight.authority());
    aircraft.show(flight.aircraft());
  }

  private void waits(@Nullable Clearance toClear, @Nullable Question setUp) {
    if (setUp != null) {
      clearance.show(setUp);
    } else if (toClear != null) {
      clearance.show(toClear);
    }
    boolean waits = setUp != null || toClear != null;
    if (clearance.isVisible() != waits) {
      clearance.setVisible(waits);
      gauges.setVisible(!waits);
    }
  }

  private static void label(JLabel label, String text) {
    String shown = text.isEmpty() ? " " : text;
    if (!shown.equals(label.getText())) {
      label.setText(shown);
    }
  }

  /** Shows another source of pictures, or none. */
  public void film(@Nullable Film film) {
    video.film(film);
  }

  /** A new picture is ready. */
  public void picture() {
    video.repaint();
  }

  /** Takes the window away. */
  public void close() {
    KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(keys);
    frame.dispose();
  }

  /** The window itself, for those who place or photograph it. */
  public JFrame frame() {
    return frame;
  }
}
