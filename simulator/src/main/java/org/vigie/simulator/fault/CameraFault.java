package org.vigie.simulator.fault;

/** Faults of the vehicles' cameras. */
public sealed interface CameraFault extends Fault {
  /** No pictures come. */
  record Off() implements CameraFault {
    @Override
    public FaultKind kind() {
      return FaultKind.CAMERA_OFF;
    }

    @Override
    public void worsen(Condition condition) {
      condition.picture(FaultPorts.Picture.NONE);
    }
  }

  /** The same picture comes for ever. */
  record Freeze() implements CameraFault {
    @Override
    public FaultKind kind() {
      return FaultKind.CAMERA_FREEZE;
    }

    @Override
    public void worsen(Condition condition) {
      condition.picture(FaultPorts.Picture.FROZEN);
    }
  }
}
