<?php
/** Publishes a page by the functions of WordPress that the plugin uses. argv: settings as JSON. Prints what came of it. */
require __DIR__ . '/http.php';
$given = json_decode($argv[1], true);
define('ABSPATH', '/');
define('DUIDELIJK_URL', $given['url']);
define('DUIDELIJK_TOKEN', 'geheim');
define('DUIDELIJK_TIMEOUT', 1);
define('DUIDELIJK_MODE', $given['mode']);
$hooks = $told = [];

class WP_Error {
    public function __construct(public string $code, public string $message, public array $data = []) {}
}
class Request {
    public function __construct(private string $route, private string $reason) {}
    public function get_route() { return $this->route; }
    public function get_header($name) { return $name === 'X-Duidelijk-Reden' ? $this->reason : null; }
}
class Post {
    public $ID = 7, $post_status, $post_title = 'Titel', $post_content, $post_excerpt = '';
    public function __construct($status, $content) { [$this->post_status, $this->post_content] = [$status, $content]; }
    public function to_array() { return get_object_vars($this); }
}
function add_action($name, $call) { global $hooks; $hooks[$name] = $call; }
function add_filter($name, $call) { global $hooks; $hooks[$name] = $call; }
function apply_filters($name, $value) { return $name === 'duidelijk_afdeling' ? 'Burgerzaken' : $value; }
function get_post_types() { return ['page', 'attachment']; }
function is_post_type_viewable($type) { return $type === 'page'; }
function is_wp_error($it) { return $it instanceof WP_Error; }
function get_post() { global $given; return new Post($given['was'], $given['old'] ?? 'Oud.'); }
function get_permalink($id) { return "https://voorbeeld.nl/$id/"; }
function home_url($path) { return "https://voorbeeld.nl$path"; }
function get_edit_post_link($id) { return "https://voorbeeld.nl/revisie/$id"; }
function get_current_user_id() { return 1; }
function set_transient($key, $value) { global $told; $told = $value; }
function _wp_put_post_revision($post, $autosave) { global $kept; $kept = $post['post_content']; return 9; }
function wp_slash($it) { return $it; }
function wp_unslash($it) { return $it; }
function esc_html($it) { return htmlspecialchars($it); }
function sanitize_text_field($it) { return trim($it); }
function wp_html_excerpt($it, $length, $more) { return mb_strimwidth($it, 0, $length, $more); }
function wp_json_encode($it) { return json_encode($it); }
function wp_remote_post($url, $with) {
    try {
        return post_json($url, $with['headers'], $with['body'], $with['timeout']);
    } catch (RuntimeException $problem) {
        return new WP_Error('http', $problem->getMessage());
    }
}
function wp_remote_retrieve_response_code($response) { return $response[0]; }
function wp_remote_retrieve_body($response) { return $response[1]; }

require $given['plugin'];
$hooks['wp_loaded']();
if ($given['editor'] === 'block') {
    $route = '/wp/v2/pages/7' . ($given['autosave'] ? '/autosaves' : '');
    $post = (object) ['ID' => 7, 'post_status' => $given['status'], 'post_title' => 'Titel', 'post_content' => $given['text']];
    $result = $hooks['rest_pre_insert_page']($post, new Request($route, $given['reason']));
    $stopped = is_wp_error($result);
    $words = $stopped ? $result->data['uitleg'] : ($told[1] ?? '');
} else {
    $_POST['duidelijk_reden'] = $given['reason'];
    $data = ['post_type' => 'page', 'post_status' => $given['status'], 'post_title' => 'Titel', 'post_content' => $given['text'], 'post_excerpt' => ''];
    $result = $hooks['wp_insert_post_data']($data, ['ID' => 7]);
    $stopped = $result['post_status'] !== $given['status'] || $result['post_content'] !== $given['text'];
    $words = $told[1] ?? '';
}
echo json_encode(['stopped' => $stopped, 'words' => $words, 'saved' => $result, 'kept' => $kept ?? null, 'hooks' => array_keys($hooks)]);
