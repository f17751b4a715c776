package org.vigie.simulator.camera;

/** Threads that draw: they end with the program and give way to those that fly. */
final class CameraThread {
  private CameraThread() {}

  /** A thread that is not started yet. */
  @SuppressWarnings("ThreadPriorityCheck") // a wish, nothing relies on it; Linux ignores it
  static Thread of(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.setPriority(Thread.NORM_PRIORITY - 1);
    return thread;
  }
}
