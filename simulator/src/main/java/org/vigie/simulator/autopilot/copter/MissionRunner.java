package org.vigie.simulator.autopilot.copter;

import java.util.HashMap;
import java.util.Map;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.autopilot.store.MissionStore;

/**
 * Which item is current. Items that are flown follow each other; those that are done on the way
 * begin when the flown item before them has ended.
 *
 * <pre>STOPPED -> RUNNING -> COMPLETE; RUNNING -> STOPPED -> RUNNING</pre>
 *
 * @source AP_Mission::update, advance_current_nav_cmd, advance_current_do_cmd
 */
final class MissionRunner {
  /** MISSION_STATE of MAVLink, without the pause that the mode knows. */
  enum State {
    STOPPED,
    RUNNING,
    COMPLETE
  }

  /** What the items do. */
  interface Executor {
    void start(int index, Item item);

    boolean verify(Item item);

    /** Whether an item that is not flown has done what it waits for. */
    boolean verifyWait(Item item);

    void reached(int index, Item item);

    void complete();
  }

  /** Jumps that follow each other without another item between. */
  private static final int JUMPS_MAX = 64;

  /** How often each jump was taken; at most one entry an item. */
  private final Map<Integer, Integer> jumps = new HashMap<>();

  private final MissionStore store;
  private final Executor executor;
  private State state = State.STOPPED;
  private int navIndex;
  private int doIndex;
  private boolean navLoaded;
  private boolean doLoaded;

  MissionRunner(MissionStore store, Executor executor) {
    this.store = store;
    this.executor = executor;
  }

  void startOrResume() {
    if (state == State.COMPLETE) {
      reset();
    }
    state = State.RUNNING;
    if (navLoaded && store.has(navIndex)) {
      executor.start(navIndex, store.get(navIndex));
    } else if (!advance(navIndex == 0 ? 1 : navIndex)) {
      finish();
    }
  }

  void stop() {
    if (state == State.RUNNING) {
      state = State.STOPPED;
    }
  }

  /** Back to the beginning; whether it runs stays as it is. */
  void reset() {
    jumps.clear();
    navIndex = 0;
    doIndex = 0;
    navLoaded = false;
    doLoaded = false;
  }

  void update() {
    if (state != State.RUNNING) {
      return;
    }
    if (!navLoaded) {
      if (!advance(navIndex + 1)) {
        finish();
      }
      return;
    }
    // an item that a shorter upload cut away goes on until it is left
    Item nav = store.has(navIndex) ? store.get(navIndex) : null;
    if (nav != null && executor.verify(nav)) {
      executor.reached(navIndex, nav);
      navLoaded = false;
      if (!advance(navIndex + 1)) {
        finish();
        return;
      }
    }
    if (doLoaded && !store.has(doIndex)) {
      doLoaded = false; // cut away by a shorter upload
    }
    if (doLoaded && executor.verifyWait(store.get(doIndex))) {
      executor.reached(doIndex, store.get(doIndex));
      int next = following(doIndex + 1);
      doLoaded = store.has(next) && !Commands.isNav(store.get(next).command());
      if (doLoaded) {
        doIndex = next;
        executor.start(doIndex, store.get(doIndex));
      }
    }
  }

  /**
   * The item that comes at an index once jumps are followed, -1 when they go round for ever.
   *
   * @source AP_Mission::get_next_cmd: num_times -1 for ever; 64 jumps at most without another item
   */
  private int following(int index) {
    int at = index;
    for (int i = 0; i < JUMPS_MAX; i++) {
      if (!store.has(at) || store.get(at).command() != Commands.DO_JUMP) {
        return at;
      }
      Item jump = store.get(at);
      int done = jumps.getOrDefault(at, 0);
      boolean again = jump.param2() < 0 || done < jump.param2();
      if (again) {
        jumps.put(at, done + 1);
      }
      at = again ? (int) jump.param1() : at + 1;
    }
    return -1;
  }

  private boolean advance(int from) {
    doLoaded = false;
    int passed = 0;
    for (int index = following(from);
        store.has(index) && passed <= MissionStore.ITEMS_MAX;
        index = following(index + 1), passed++) {
      Item item = store.get(index);
      if (Commands.isNav(item.command())) {
        navIndex = index;
        navLoaded = true;
        executor.start(index, item);
        return true;
      }
      if (!doLoaded) {
        doLoaded = true;
        doIndex = index;
        executor.start(index, item);
      }
    }
    return false;
  }

  private void finish() {
    state = State.COMPLETE;
    navLoaded = false;
    doLoaded = false;
    executor.complete();
  }

  /** Jumps to an item; false when there is none. */
  boolean setCurrent(int index) {
    if (index == 0) {
      reset();
      return true;
    }
    if (!store.has(index)) {
      return false;
    }
    if (state == State.RUNNING) {
      return advance(index);
    }
    for (int i = index; store.has(i); i++) {
      if (Commands.isNav(store.get(i).command())) {
        navIndex = i;
        navLoaded = true;
        state = State.STOPPED;
        return true;
      }
    }
    return false;
  }

  /** Begins the current item again; false when none is flown. */
  boolean restart() {
    boolean flies = state == State.RUNNING && navLoaded && store.has(navIndex);
    if (flies) {
      executor.start(navIndex, store.get(navIndex));
    }
    return flies;
  }

  State state() {
    return state;
  }

  /** MISSION_CURRENT.seq. */
  int navIndex() {
    return navIndex;
  }

  /** The next flown item after the current one, or -1. */
  int nextNavIndex() {
    for (int i = navIndex + 1; store.has(i); i++) {
      if (Commands.isNav(store.get(i).command())) {
        return i;
      }
    }
    return -1;
  }
}
