<?php
/**
 * Plugin Name: Duidelijke taal
 * Description: Vraagt de server van duidelijk of een pagina duidelijk genoeg is, voordat zij naar buiten gaat.
 * Version: 1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: EUPL-1.2
 *
 * Settings, in wp-config.php: DUIDELIJK_URL, DUIDELIJK_TOKEN, DUIDELIJK_TIMEOUT (seconds) and DUIDELIJK_MODE
 * ('adviseren' or 'tegenhouden'). A check never stops the website: whatever goes wrong, the page is published.
 */

defined('ABSPATH') || exit;

const DUIDELIJK_REASONS = ['spoedbericht', 'wettelijke tekst', 'citaat', 'anders'];
const DUIDELIJK_OUT = ['publish', 'future'];

add_action('wp_loaded', 'duidelijk_start');
add_action('rest_api_init', 'duidelijk_routes');
add_filter('wp_insert_post_data', 'duidelijk_before_saving', 10, 2);
add_action('enqueue_block_editor_assets', 'duidelijk_block_editor');
add_action('post_submitbox_misc_actions', 'duidelijk_classic_editor');
add_action('admin_notices', 'duidelijk_show_notice');

function duidelijk_setting(string $name, $default) {
    return defined("DUIDELIJK_$name") ? constant("DUIDELIJK_$name") : $default;
}

function duidelijk_stops(): bool {
    return duidelijk_setting('MODE', 'adviseren') === 'tegenhouden';
}

function duidelijk_start(): void {
    foreach (get_post_types(['public' => true, 'show_in_rest' => true]) as $type) {
        if ($type !== 'attachment') {
            add_filter("rest_pre_insert_$type", 'duidelijk_before_rest', 10, 2);
        }
    }
}

/** The block editor, and programs that use the REST API: an unclear page gives an error, and nothing is saved. */
function duidelijk_before_rest($post, $request) {
    if (is_wp_error($post) || substr($request->get_route(), -10) === '/autosaves') {
        return $post;
    }
    $old = empty($post->ID) ? null : get_post($post->ID);
    $status = $post->post_status ?? ($old->post_status ?? 'draft');
    $title = $post->post_title ?? ($old->post_title ?? '');
    $content = $post->post_content ?? ($old->post_content ?? '');
    if (!duidelijk_must_ask($status, $title, $content, $old)) {
        return $post;
    }
    $answer = duidelijk_ask($title, $content, $old->ID ?? 0, (string) $request->get_header('X-Duidelijk-Reden'));
    if (duidelijk_lets_go($answer)) {
        return $post;
    }
    $more = ['status' => 422, 'uitleg' => duidelijk_words($answer)];
    return new WP_Error('duidelijk_onduidelijk', 'De tekst is nog niet duidelijk genoeg.', $more);
}

/** The classic editor, quick edit, bulk edit and the rest: an unclear page is kept as a draft. */
function duidelijk_before_saving($data, $given) {
    if ((defined('REST_REQUEST') && REST_REQUEST) || !is_post_type_viewable($data['post_type'])) {
        return $data;
    }
    $old = empty($given['ID']) ? null : get_post($given['ID']);
    $title = wp_unslash($data['post_title']);
    $content = wp_unslash($data['post_content']);
    if (!duidelijk_must_ask($data['post_status'], $title, $content, $old)) {
        return $data;
    }
    $answer = duidelijk_ask($title, $content, $old->ID ?? 0, duidelijk_posted_reason());
    return duidelijk_lets_go($answer) ? $data : duidelijk_hold_back($data, $old, $answer);
}

/** Whether the page may go out; leaves a line for the editor where there is something to tell. */
function duidelijk_lets_go(?array $answer): bool {
    if ($answer === null) {
        duidelijk_notice('warning', 'De tekst is niet gecontroleerd: de server voor de controle gaf geen antwoord.');
    } elseif (!$answer['publiceerbaar'] && !duidelijk_stops()) {
        duidelijk_notice('warning', 'Deze pagina kan duidelijker. ' . duidelijk_words($answer));
    }
    return $answer === null || $answer['publiceerbaar'] || !duidelijk_stops();
}

/** A page that is out already stays as it is, and the new text is kept beside it as a revision. */
function duidelijk_hold_back(array $data, $old, array $answer): array {
    $where = 'De tekst is bewaard als concept.';
    $link = '';
    if ($old && in_array($old->post_status, DUIDELIJK_OUT, true)) {
        $typed = array_intersect_key($data, array_flip(['post_title', 'post_content', 'post_excerpt']));
        $kept = _wp_put_post_revision(array_merge($old->to_array(), wp_unslash($typed)), true);
        $data = array_merge($data, wp_slash(array_intersect_key($old->to_array(), $typed + ['post_status' => 1])));
        $where = 'Bezoekers zien nog de vorige versie. Uw nieuwe tekst staat bij de revisies.';
        $link = is_wp_error($kept) ? '' : get_edit_post_link($kept, 'raw');
    } else {
        $data['post_status'] = 'draft';
    }
    duidelijk_notice('error', "Deze pagina is niet gepubliceerd. $where " . duidelijk_words($answer), (string) $link);
    add_filter('redirect_post_location', fn($url) => remove_query_arg('message', $url));
    return $data;
}

/** Only a page that goes out, and only when its words or its status change. */
function duidelijk_must_ask(string $status, string $title, string $content, $old): bool {
    if (!in_array($status, DUIDELIJK_OUT, true)) {
        return false;
    }
    $same = $old && in_array($old->post_status, DUIDELIJK_OUT, true);
    return !($same && $old->post_title === $title && $old->post_content === $content);
}

/** What the server says, or null when it could not be asked. Nothing of the text goes to the log. */
function duidelijk_ask(string $title, string $content, int $id, string $reason): ?array {
    $html = '<main><h1>' . esc_html($title) . '</h1>' . apply_filters('the_content', $content) . '</main>';
    $body = ['html' => $html, 'bron' => $id ? get_permalink($id) : home_url('/'), 'soort' => 'web'];
    $department = apply_filters('duidelijk_afdeling', '', $id);
    $body += $department === '' ? [] : ['afdeling' => $department];
    $body += in_array($reason, DUIDELIJK_REASONS, true) ? ['reden' => $reason] : [];
    $token = duidelijk_setting('TOKEN', '');
    $response = wp_remote_post(rtrim(duidelijk_setting('URL', 'http://127.0.0.1:8081'), '/') . '/v1/controles', [
        'timeout' => duidelijk_setting('TIMEOUT', 3),
        'redirection' => 0,
        'headers' => ['Content-Type' => 'application/json'] + ($token === '' ? [] : ['Authorization' => "Bearer $token"]),
        'body' => wp_json_encode($body),
    ]);
    $code = is_wp_error($response) ? 0 : wp_remote_retrieve_response_code($response);
    $answer = $code === 200 ? json_decode(wp_remote_retrieve_body($response), true) : null;
    if (is_array($answer) && is_bool($answer['publiceerbaar'] ?? null)) {
        return $answer;
    }
    error_log("duidelijk: page $id not checked (code $code)");
    return null;
}

/** The reasons, and the first findings that stop the page. Plain text: the block editor shows no HTML here. */
function duidelijk_words(array $answer): string {
    $words = array_filter($answer['redenen'] ?? [], 'is_string');
    $findings = array_filter($answer['bevindingen'] ?? [], fn($found) => !empty($found['tegenhoudend']));
    foreach (array_slice($findings, 0, 5) as $found) {
        $words[] = '“' . wp_html_excerpt($found['tekst'] ?? '', 80, '…') . '”: ' . ($found['melding'] ?? '');
    }
    return implode(' ', $words);
}

function duidelijk_posted_reason(): string {
    $reason = $_POST['duidelijk_reden'] ?? '';
    return is_string($reason) ? sanitize_text_field(wp_unslash($reason)) : '';
}

/* --- What the editor sees */

function duidelijk_notice(string $kind, string $words, string $link = ''): void {
    set_transient('duidelijk_' . get_current_user_id(), [$kind, $words, $link], 60);
}

/** The line that was left for this editor, once: kind, words and a link. */
function duidelijk_take_notice(): ?array {
    $key = 'duidelijk_' . get_current_user_id();
    $notice = get_transient($key);
    delete_transient($key);
    return $notice ?: null;
}

function duidelijk_show_notice(): void {
    [$kind, $words, $link] = duidelijk_take_notice() ?? ['', '', ''];
    if ($words !== '') {
        $more = $link === '' ? '' : sprintf(' <a href="%s">Bekijk uw nieuwe tekst</a>', esc_url($link));
        printf('<div class="notice notice-%s"><p>%s%s</p></div>', esc_attr($kind), esc_html($words), $more);
    }
}

function duidelijk_routes(): void {
    register_rest_route('duidelijk/v1', '/melding', [
        'methods' => 'GET',
        'callback' => 'duidelijk_take_notice',
        'permission_callback' => fn() => current_user_can('edit_posts'),
    ]);
}

function duidelijk_classic_editor(): void {
    echo '<div class="misc-pub-section"><label for="duidelijk-reden">Toch publiceren, ook als de tekst onduidelijk is:</label>';
    echo '<select id="duidelijk-reden" name="duidelijk_reden"><option value="">nee</option>';
    foreach (DUIDELIJK_REASONS as $reason) {
        printf('<option value="%1$s">ja: %1$s</option>', esc_attr($reason));
    }
    echo '</select></div>';
}

/** Newer block editors leave out the text of an error, so the page shows it itself. The reason goes in a header. */
function duidelijk_block_editor(): void {
    wp_register_script('duidelijk', false, ['wp-api-fetch', 'wp-components', 'wp-data', 'wp-editor', 'wp-edit-post', 'wp-element', 'wp-plugins'], '1.0', true);
    wp_enqueue_script('duidelijk');
    wp_add_inline_script('duidelijk', 'const DUIDELIJK_REASONS = ' . wp_json_encode(DUIDELIJK_REASONS) . ';' . <<<'JS'
(() => {
    const el = wp.element.createElement;
    const at = { ...wp.editPost, ...wp.editor };
    const tell = (kind, words) => wp.data.dispatch('core/notices').createNotice(kind, words, { id: 'duidelijk' });
    const choices = new Set();
    let reason = '';
    const choose = (value) => { reason = value; choices.forEach((show) => show(value)); };

    wp.apiFetch.use(async (options, next) => {
        const path = options.path || '';
        const saves = ['PUT', 'POST'].includes(options.method) && /^\/wp\/v2\//.test(path) && !/\/autosaves/.test(path);
        if (!saves) return next(options);
        const headers = reason ? { ...options.headers, 'X-Duidelijk-Reden': reason } : options.headers;
        try {
            const saved = await next({ ...options, headers });
            wp.data.dispatch('core/notices').removeNotice('duidelijk');
            wp.apiFetch({ path: '/duidelijk/v1/melding' }).then((line) => line && tell(...line), () => {});
            if (saved && saved.status === 'publish') choose('');
            return saved;
        } catch (error) {
            if (error && error.code === 'duidelijk_onduidelijk') {
                tell('error', 'Deze pagina is niet gepubliceerd. Uw tekst staat nog in de editor. ' + error.data.uitleg);
            }
            throw error;
        }
    });

    const Choice = () => {
        const [chosen, show] = wp.element.useState(reason);
        wp.element.useEffect(() => { choices.add(show); return () => choices.delete(show); }, []);
        return el(wp.components.SelectControl, {
            label: 'Toch publiceren, ook als de tekst onduidelijk is',
            value: chosen,
            options: [{ label: 'Nee', value: '' }, ...DUIDELIJK_REASONS.map((value) => ({ label: 'Ja: ' + value, value }))],
            onChange: choose,
        });
    };
    wp.plugins.registerPlugin('duidelijk', {
        render: () => el(wp.element.Fragment, null,
            el(at.PluginPrePublishPanel, { title: 'Duidelijke taal', initialOpen: true }, el(Choice)),
            el(at.PluginDocumentSettingPanel, { name: 'duidelijk', title: 'Duidelijke taal' }, el(Choice))),
    });
})();
JS);
}
