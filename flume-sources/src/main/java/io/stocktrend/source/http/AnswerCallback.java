package io.stocktrend.source.http;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Reads the answer on OkHttp's thread, so that the waiting one stays free to be interrupted. */
final class AnswerCallback implements Callback {
  private final CompletableFuture<Answer> answer;
  private final int maxBodyBytes;

  AnswerCallback(CompletableFuture<Answer> answer, int maxBodyBytes) {
    this.answer = answer;
    this.maxBodyBytes = maxBodyBytes;
  }

  @Override
  public void onFailure(Call call, IOException e) {
    answer.completeExceptionally(e);
  }

  // Any Throwable, because the waiting thread would otherwise wait for ever.
  @Override
  public void onResponse(Call call, Response response) {
    try (response) {
      byte[] body = read(response.body());
      answer.complete(new Answer(response.code(), response.headers().toMultimap(), body));
    } catch (Throwable e) {
      answer.completeExceptionally(e);
    }
  }

  /** The limit is of the decompressed bytes: a small body may hold a large one. */
  private byte[] read(ResponseBody body) throws IOException {
    byte[] bytes = body.byteStream().readNBytes(maxBodyBytes + 1);
    if (bytes.length > maxBodyBytes) {
      throw new BodyTooLargeException(maxBodyBytes);
    }
    return bytes;
  }
}
