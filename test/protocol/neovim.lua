-- What Neovim gets of the server: BIAOZHU_NODE and BIAOZHU_SERVER are started, BIAOZHU_PAGE is opened and asked
-- about at BIAOZHU_LINE (from 0) and BIAOZHU_BYTE. Writes JSON to BIAOZHU_ANSWER, and leaves.
local page = vim.env.BIAOZHU_PAGE
local root = vim.fn.fnamemodify(page, ':h')
local answer = { errors = {} }
local indexed = false

local function leave()
  vim.fn.writefile({ vim.fn.json_encode(answer) }, vim.env.BIAOZHU_ANSWER)
  vim.cmd('qa!')
end

local function main()
  vim.cmd('edit ' .. vim.fn.fnameescape(page))
  local client = vim.lsp.start_client({
    name = 'biaozhu',
    cmd = { vim.env.BIAOZHU_NODE, vim.env.BIAOZHU_SERVER, '--stdio' },
    root_dir = root,
    workspace_folders = { { uri = vim.uri_from_fname(root), name = 'corpus' } },
    get_language_id = function() return 'newspaper' end,
    handlers = {
      ['biaozhu/indexing'] = function(_, progress) indexed = progress.done == progress.total end,
    },
    on_error = function(code) table.insert(answer.errors, tostring(code)) end,
  })
  local buffer = vim.api.nvim_get_current_buf()
  vim.lsp.buf_attach_client(buffer, client)
  answer.attached = vim.wait(10000, function()
    local attached = vim.lsp.get_client_by_id(client)
    return attached ~= nil and attached.server_capabilities ~= nil
  end, 20)
  -- References are over all pages.
  answer.indexed = vim.wait(20000, function() return indexed end, 20)
  vim.api.nvim_win_set_cursor(0, { tonumber(vim.env.BIAOZHU_LINE) + 1, tonumber(vim.env.BIAOZHU_BYTE) })

  local function ask(method, more)
    local params = vim.tbl_extend('force', vim.lsp.util.make_position_params(0, 'utf-16'), more or {})
    local results, fault = vim.lsp.buf_request_sync(buffer, method, params, 10000)
    if fault ~= nil then table.insert(answer.errors, fault) end
    local one = (results or {})[client] or {}
    if one.error then table.insert(answer.errors, one.error.message) end
    return one.result
  end

  local hover = ask('textDocument/hover')
  answer.hover = hover and vim.lsp.util.convert_input_to_markdown_lines(hover.contents) or {}
  local function places(result)
    if result == nil then return {} end
    return vim.lsp.util.locations_to_items(vim.tbl_islist(result) and result or { result }, 'utf-16')
  end
  answer.definition = places(ask('textDocument/definition'))
  answer.references = places(ask('textDocument/references', { context = { includeDeclaration = true } }))
  vim.lsp.stop_client(client)
  answer.stopped = vim.wait(5000, function() return vim.lsp.client_is_stopped(client) end, 20)
end

local fine, fault = pcall(main)
if not fine then table.insert(answer.errors, tostring(fault)) end
leave()
