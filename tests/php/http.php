<?php
/** A POST with a time limit, with what comes with PHP itself: [status, body], or an exception. */
function post_json(string $url, array $headers, string $body, float $limit): array {
    $lines = array_map(fn($name, $value) => "$name: $value", array_keys($headers), $headers);
    $options = ['method' => 'POST', 'header' => $lines, 'content' => $body, 'timeout' => $limit, 'ignore_errors' => true, 'follow_location' => 0];
    $answer = @file_get_contents($url, false, stream_context_create(['http' => $options]));
    if ($answer === false) {
        throw new RuntimeException('no answer');
    }
    return [(int) explode(' ', $http_response_header[0])[1], $answer];
}
