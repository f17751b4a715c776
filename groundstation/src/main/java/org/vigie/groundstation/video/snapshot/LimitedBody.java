package org.vigie.groundstation.video.snapshot;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A body that is taken as it comes, never waited for, and cut off when it becomes too large. */
final class LimitedBody implements HttpResponse.BodySubscriber<byte[]> {
  private final HttpResponse.BodySubscriber<byte[]> whole =
      HttpResponse.BodySubscribers.ofByteArray();
  private final int bytesMax;
  private long bytes;
  private Flow.@Nullable Subscription subscription;

  LimitedBody(int bytesMax) {
    this.bytesMax = bytesMax;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription from) {
    subscription = from;
    whole.onSubscribe(from);
  }

  @Override
  public void onNext(List<ByteBuffer> pieces) {
    bytes += pieces.stream().mapToLong(ByteBuffer::remaining).sum();
    Flow.Subscription open = subscription;
    if (bytes > bytesMax && open != null) {
      open.cancel();
      whole.onError(new IOException("the camera's picture is larger than " + bytesMax + " bytes"));
      return;
    }
    whole.onNext(pieces);
  }

  @Override
  public void onError(Throwable failure) {
    whole.onError(failure);
  }

  @Override
  public void onComplete() {
    whole.onComplete();
  }
}
