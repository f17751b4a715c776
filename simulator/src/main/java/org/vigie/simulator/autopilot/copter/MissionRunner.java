package org.vigie.simulator.autopilot.copter;

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

    void reached(int index, Item item);

    void complete();
  }

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
    if (doLoaded) {
      executor.reached(doIndex, store.get(doIndex));
      int next = doIndex + 1;
      doLoaded = store.has(next) && !Commands.isNav(store.get(next).command());
      if (doLoaded) {
        doIndex = next;
        executor.start(doIndex, store.get(doIndex));
      }
    }
  }

  private boolean advance(int from) {
    doLoaded = false;
    for (int index = from; store.has(index); index++) {
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

  /** An item was overwritten while the mission runs: the leg begins again. */
  void itemChanged(int index) {
    if (state == State.RUNNING && navLoaded && index >= navIndex && store.has(navIndex)) {
      executor.start(navIndex, store.get(navIndex));
    }
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
