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
    public Runnable begin(FaultSite site) {
      return site.each(
          vehicle -> site.ports().camera(vehicle, FaultPorts.Picture.NONE),
          vehicle -> site.ports().camera(vehicle, FaultPorts.Picture.LIVE));
    }
  }

  /** The same picture comes for ever. */
  record Freeze() implements CameraFault {
    @Override
    public FaultKind kind() {
      return FaultKind.CAMERA_FREEZE;
    }

    @Override
    public Runnable begin(FaultSite site) {
      return site.each(
          vehicle -> site.ports().camera(vehicle, FaultPorts.Picture.FROZEN),
          vehicle -> site.ports().camera(vehicle, FaultPorts.Picture.LIVE));
    }
  }
}
